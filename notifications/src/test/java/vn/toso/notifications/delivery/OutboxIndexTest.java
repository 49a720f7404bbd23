package vn.toso.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
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
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.notifications.device.Device;
import vn.toso.notifications.device.Platform;
import vn.toso.notifications.notice.Notice;
import vn.toso.notifications.notice.NoticeKind;

/** How the outbox is searched, on a server that says how it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxIndexTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-20T12:05:00Z");

    private Store store;
    private Pushes pushes;

    @BeforeAll
    void fill() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        store = TestStore.open("OutboxIndex");
        pushes = new Pushes(store);
        pushes.createIndexes().block(SOON);
        MongoCollection<Push> documents = store.collection("pushes", Push.class);
        for (int part = 0; part < 10; part++) {
            List<Push> many = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                many.add(push(part * 500 + i));
            }
            Mono.from(documents.insertMany(many)).block(SOON);
        }
    }

    private static Push push(int number) {
        MemberId member = member(number % 100);
        DeviceId device = new DeviceId(new UUID(2, number % 100));
        Instant at = NOW.minusSeconds(number);
        Notice notice = Notice.of(
                member,
                number % 3 == 0 ? NoticeKind.TASK_ASSIGNED : NoticeKind.ANNOUNCEMENT,
                new UUID(3, number % 50),
                Integer.toString(number),
                Map.of(),
                number % 7 == 0,
                at);
        return Push.of(notice, new Device(device, member, Platform.ANDROID, "t", "1", "vi", at, at), at);
    }

    private static MemberId member(int number) {
        return new MemberId(new UUID(1, number));
    }

    @AfterAll
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private static void assertUses(String index, Mono<Document> explained) {
        // A server plans by statistics that it gathers some seconds after a bulk load.
        Eventually.holds(
                () -> assertThat(explained.block(SOON).toJson()).contains(index).doesNotContain("COLLSCAN"));
    }

    @Test
    void what_is_due_in_a_lane_is_found_by_its_moment_in_order() {
        for (Lane lane : Lane.values()) {
            assertUses(
                    "state_1_lane_1_dueAt_1",
                    Mono.from(pushes.statementOfDue(lane, NOW).limit(500).explain()));
        }
    }

    @Test
    void the_oldest_is_found_by_its_moment() {
        assertUses(
                "state_1_heldUntil_1_enqueuedAt_1",
                Mono.from(pushes.statementOfOldest().explain()));
    }

    @Test
    void what_rang_today_is_found_by_member_and_day() {
        assertUses(
                "member_1_claimedOn_1",
                Mono.from(pushes.statementOfRung("2026-11-20", List.of(member(1), member(2)), UUID.randomUUID())
                        .explain()));
    }

    @Test
    void who_was_reached_is_found_by_what_was_told() {
        assertUses(
                "subject_1_state_1",
                Mono.from(pushes.statementOfReached(new UUID(3, 7)).explain()));
    }
}
