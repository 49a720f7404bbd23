package vn.toso.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.WorkingWorld.await;

import com.mongodb.reactivestreams.client.FindPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.Names;

/** What is asked of notices all day, on a server that says how it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeIndexTest {

    private NoticeWorld world;

    @BeforeAll
    void fill() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        world = NoticeWorld.open("NoticeIndex");
        for (int member = 0; member < 40; member++) {
            List<Notice> told = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                told.add(Notice.of(
                        Names.member("member " + member),
                        NoticeKind.TASK_ASSIGNED,
                        new UUID(member, i),
                        "once",
                        Map.of(),
                        false,
                        NOW.plusSeconds(i)));
            }
            await(world.notices.insertNew(told).then());
        }
    }

    @AfterAll
    void close() {
        if (world != null) {
            world.close();
        }
    }

    private static void assertUses(String index, FindPublisher<Notice> find) {
        // A server plans by statistics that it gathers some seconds after a bulk load.
        Eventually.holds(() -> {
            Document plan = await(Mono.from(find.explain()));
            assertThat(plan.toJson()).contains(index).doesNotContain("COLLSCAN");
        });
    }

    @Test
    void an_inbox_is_read_by_an_index() {
        MemberId member = Names.member("member 7");
        Notices.Key behind = new Notices.Key(NOW.plusSeconds(50), new UUID(7, 50));
        assertUses("recipient_1_state_1_at_-1__id_-1", world.notices.statement(member, Notice.State.UNREAD, null, 51));
        assertUses(
                "recipient_1_state_1_at_-1__id_-1", world.notices.statement(member, Notice.State.UNREAD, behind, 51));
    }

    @Test
    void what_was_told_of_tasks_is_found_by_an_index() {
        assertUses(
                "subject_1_kind_1_state_1__id_1",
                world.notices.statementAbout(List.of(new UUID(3, 3), new UUID(4, 4)), NoticeKind.TASK_ASSIGNED));
    }
}
