package vn.toso.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/** How the tasks of a campaign are found, on a server that says how it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignTaskIndexTest {

    private static final CampaignId SEVENTH = new CampaignId(Names.uuid("campaign 7"));

    private WorkingWorld world;
    private CampaignTasks tasks;

    @BeforeAll
    void fill() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        world = WorkingWorld.open("CampaignTaskIndex", TestWorld.CLOCK);
        tasks = new CampaignTasks(world.tasks);
        for (int campaign = 0; campaign < 40; campaign++) {
            List<Task> made = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                made.add(task(new CampaignId(Names.uuid("campaign " + campaign)), i));
            }
            await(Mono.from(world.tasks.collection().documents().insertMany(made)));
        }
    }

    @AfterAll
    void close() {
        if (world != null) {
            world.close();
        }
    }

    private static Task task(CampaignId campaign, int i) {
        return new Task(
                        TaskId.of(campaign, Names.household("household " + i)),
                        Revision.NONE,
                        TaskKind.VISIT_HOUSEHOLD,
                        Names.area("hamlet " + i % 30),
                        Names.household("household " + i),
                        List.of("PAY_BILL"),
                        Names.member("member " + i % 50),
                        null,
                        HOA.id(),
                        NOW,
                        null,
                        Priority.NORMAL,
                        LocalDate.of(2026, 12, 1),
                        null,
                        i % 4 == 0 ? TaskState.ASSIGNED : TaskState.DONE,
                        null,
                        null,
                        null,
                        false)
                .within(campaign);
    }

    private static void assertUses(String index, Publisher<Document> explained) {
        // A server plans by statistics that it gathers some seconds after a bulk load.
        Eventually.holds(() ->
                assertThat(await(Mono.from(explained)).toJson()).contains(index).doesNotContain("COLLSCAN"));
    }

    @Test
    void the_tasks_of_a_campaign_are_found_by_an_index() {
        assertUses(
                "campaignId_1",
                tasks.statementOfCounts(actor(PROVINCE_ADMIN), SEVENTH).explain());
        assertUses("campaignId_1", tasks.statementOfCounts(actor(HOA), SEVENTH).explain());
        assertUses("campaignId_1", tasks.statementOfShares(SEVENTH).explain());
        assertUses(
                "campaignId_1_hamletId_1_state_1",
                tasks.statementIn(SEVENTH, Names.area("hamlet 3")).explain());
        assertUses("campaignId_1", tasks.statementOfOpen(SEVENTH, 50).explain());
    }

    @Test
    void what_members_leave_behind_is_found_by_an_index() {
        assertUses(
                "assigneeId_1",
                tasks.statementOfMembers(List.of(Names.member("member 3"))).explain());
    }
}
