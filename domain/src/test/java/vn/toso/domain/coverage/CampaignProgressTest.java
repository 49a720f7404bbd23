package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.toso.domain.access.Role;
import vn.toso.domain.campaign.Campaign;
import vn.toso.domain.campaign.CampaignState;
import vn.toso.domain.campaign.Campaigns;
import vn.toso.domain.campaign.ShareRule;
import vn.toso.domain.coverage.CampaignProgress.HamletProgress;
import vn.toso.domain.coverage.CampaignProgress.Progress;
import vn.toso.domain.coverage.CampaignProgress.Units;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignProgressTest {

    private WorkingWorld world;
    private CampaignProgress progress;
    private CampaignId running;
    private CampaignId over;
    private CampaignId forTraders;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("CampaignProgress", TestWorld.CLOCK);
        Campaigns campaigns = new Campaigns(world.store, world.log, world.people.trees, world.clock);
        progress = new CampaignProgress(
                campaigns,
                world.tasks,
                world.coverages,
                world.people.members,
                world.people.trees,
                Months.countedUpTo(world),
                world.clock);
        running = store(campaigns, "running", TODAY.minusDays(10), TODAY.plusDays(10), "PAY_BILL", "DEVICE");
        over = store(campaigns, "over", TODAY.minusDays(30), TODAY.minusDays(10), "PAY_BILL");
        forTraders = store(campaigns, "traders", TODAY.minusDays(10), TODAY, "PAY_QR");
        List<Household> homes = world.people.put(
                aHousehold("long before").achieved("PAY_BILL", TODAY.minusDays(40)),
                aHousehold("in the first").achieved("PAY_BILL", TODAY.minusDays(20)),
                aHousehold("in the second").achieved("PAY_BILL", TODAY.minusDays(5)),
                aHousehold("first day").achieved("PAY_BILL", TODAY.minusDays(10)),
                aHousehold("never").in(XOM_5),
                aHousehold("elsewhere").in(XOM_DONG).achieved("PAY_BILL", TODAY.minusDays(5)));
        world.put(
                world.people.members.collection(),
                List.of(aMember("Cán bộ").as(Role.DATA_OFFICER).in(XOM_5.id()).build()));
        world.put(
                world.tasks.collection(),
                List.of(
                        TestTasks.ofHousehold(homes.get(1)).within(running),
                        TestTasks.ofHousehold(homes.get(4)).within(running),
                        TestTasks.ofHousehold(homes.get(4)).within(over)));
        world.settle();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private CampaignId store(Campaigns campaigns, String word, LocalDate from, LocalDate to, String... services) {
        CampaignId id = new CampaignId(Names.uuid("campaign " + word));
        Campaign campaign = new Campaign(
                id,
                Revision.NONE,
                word,
                List.of(services),
                List.of(XOM_1.id(), MINH_HOP.id()),
                from,
                to,
                null,
                ShareRule.EVENLY,
                CampaignState.RUNNING,
                HOA.id(),
                NOW,
                HOA.id(),
                NOW,
                null,
                null,
                null,
                false);
        world.put(campaigns.collection(), List.of(campaign));
        return id;
    }

    private Progress seenBy(Member member, CampaignId id) {
        return await(progress.of(actor(member), id));
    }

    @Test
    void gained_is_what_was_achieved_from_the_first_day_on_in_the_campaign_s_hamlets() {
        Progress found = seenBy(HOA, running);

        assertThat(found.units()).containsExactly(new Units("PAY_BILL", 5, 2, 4), new Units("DEVICE", 5, 0, 0));
        assertThat(found.gained()).isEqualTo(2);
        assertThat(found.share()).hasValue(0.4);
        assertThat(found.asOf()).isEqualTo(NOW);
    }

    @Test
    void each_hamlet_comes_once_with_its_tasks_and_whether_anybody_is_there_to_do_them() {
        Progress found = seenBy(HOA, running);

        assertThat(found.hamlets())
                .containsExactlyInAnyOrder(
                        new HamletProgress(XOM_1.id(), "Xóm 1", null, Map.of(TaskState.ASSIGNED, 1L), 2, false),
                        new HamletProgress(XOM_5.id(), "Xóm 5", null, Map.of(TaskState.ASSIGNED, 1L), 0, true),
                        new HamletProgress(XOM_5_VAN_LOI.id(), "Xóm 5", "Xã Văn Lợi", Map.of(), 0, true));
        assertThat(found.hamletsWithoutMembers()).isEqualTo(2);
        assertThat(found.tasks()).isEqualTo(Map.of(TaskState.ASSIGNED, 2L));
    }

    @Test
    void a_campaign_that_is_over_reads_as_of_its_last_day() {
        Progress found = seenBy(PROVINCE_ADMIN, over);

        assertThat(found.units()).containsExactly(new Units("PAY_BILL", 5, 1, 3));
        assertThat(found.gained()).isEqualTo(2);
        assertThat(found.tasks()).isEqualTo(Map.of(TaskState.ASSIGNED, 1L));
    }

    @Test
    void nobody_eligible_is_no_share_not_zero() {
        Progress found = seenBy(HOA, forTraders);

        assertThat(found.share()).isEmpty();
        assertThat(found.gained()).isZero();
    }

    @Test
    void a_member_reads_the_part_that_lies_in_the_own_hamlet() {
        Progress found = seenBy(LAN, running);

        assertThat(found.hamlets()).extracting(HamletProgress::hamlet).containsExactly(XOM_1.id());
        assertThat(found.units()).containsExactly(new Units("PAY_BILL", 4, 2, 4), new Units("DEVICE", 4, 0, 0));
        assertThat(found.tasks()).isEqualTo(Map.of(TaskState.ASSIGNED, 1L));
        assertThat(found.hamletsWithoutMembers()).isZero();
    }

    @Test
    void another_commune_s_member_sees_no_campaign() {
        assertNotFound(progress.of(actor(THUY), running));
        assertNotFound(progress.of(actor(HOA), new CampaignId(Names.uuid("none"))));
    }
}
