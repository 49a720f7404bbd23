package vn.toso.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.campaign.Campaign;
import vn.toso.domain.campaign.CampaignState;
import vn.toso.domain.campaign.ShareRule;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.task.Task;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestTasks;

/** Who is told what of campaigns, of which each task tells nothing. */
class CampaignNoticesTest {

    private NoticeWorld world;

    @BeforeEach
    void open() {
        world = NoticeWorld.open("CampaignNotices");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tasks_of_a_campaign_and_what_the_server_writes_tell_nothing_each() {
        Task byCampaign = ofCampaign(TestTasks.ofHousehold(world.aHome()));
        await(world.world.tasks.collection().insert(vn.toso.domain.world.TestWorld.actor(HOA), byCampaign));
        world.world.put(world.world.tasks.collection(), List.of(TestTasks.ofHousehold(world.aHome())));
        world.settle();

        assertThat(world.count()).isZero();
    }

    @Test
    void a_campaign_tells_once_how_many_tasks_somebody_has_and_once_that_it_is_over() {
        CampaignId id = new CampaignId(Names.uuid("campaign"));
        for (int i = 0; i < 5; i++) {
            Task task = ofCampaign(TestTasks.ofHousehold(world.aHome()));
            world.world.put(world.world.tasks.collection(), List.of(task));
        }
        for (CampaignState state : List.of(CampaignState.LAUNCHING, CampaignState.RUNNING, CampaignState.RUNNING)) {
            stand(id, state);
            world.settle();
        }

        assertThat(world.of(LAN)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.CAMPAIGN_LAUNCHED);
            assertThat(notice.subject()).isEqualTo(id.value());
            assertThat(notice.facts()).containsEntry(Fact.COUNT, "5").containsEntry(Fact.NAME, "Tháng VNeID");
        });
        stand(id, CampaignState.ENDING);
        world.settle();
        stand(id, CampaignState.ENDED);
        world.settle();
        assertThat(world.kindsOf(LAN))
                .containsExactlyInAnyOrder(NoticeKind.CAMPAIGN_LAUNCHED, NoticeKind.CAMPAIGN_ENDED);
        assertThat(world.of(MINH)).isEmpty();
    }

    /** Writes the campaign as it stands at one of its states. */
    private void stand(CampaignId id, CampaignState state) {
        var campaigns = world.campaigns.collection();
        Campaign found = await(campaigns.find(id));
        boolean over = state.isOver();
        Campaign next = new Campaign(
                id,
                found == null ? Revision.NONE : found.revision(),
                "Tháng VNeID",
                List.of("VNEID_ACT"),
                List.of(XOM_1.id()),
                TODAY,
                TODAY.plusDays(20),
                null,
                ShareRule.EVENLY,
                state,
                HOA.id(),
                NOW,
                HOA.id(),
                NOW,
                new Campaign.Sharing(TODAY, 1, 1, XOM_1.id(), 5, state != CampaignState.LAUNCHING),
                over ? NOW.plusSeconds(60) : null,
                over ? HOA.id() : null,
                false);
        var hoa = vn.toso.domain.world.TestWorld.actor(HOA);
        await(found == null ? campaigns.insert(hoa, next) : campaigns.replace(hoa, next));
    }

    private static Task ofCampaign(Task task) {
        return new Task(
                task.id(),
                task.revision(),
                task.kind(),
                task.hamletId(),
                task.householdId(),
                task.services(),
                task.assigneeId(),
                task.teamId(),
                task.assignedBy(),
                task.assignedAt(),
                null,
                task.priority(),
                task.due(),
                null,
                task.state(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                new CampaignId(Names.uuid("campaign")),
                false);
    }
}
