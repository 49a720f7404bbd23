package vn.toso.notifications.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/** How phones are found, on a server that says how it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviceIndexTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-20T12:05:00Z");

    private Store store;
    private Devices devices;

    @BeforeAll
    void fill() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        store = TestStore.open("DeviceIndex");
        devices = new Devices(store);
        devices.createIndexes().block(SOON);
        List<Device> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(new Device(
                    new DeviceId(new UUID(2, i)),
                    new MemberId(new UUID(1, i / 2)),
                    Platform.ANDROID,
                    "token" + i,
                    "1",
                    "vi",
                    NOW,
                    NOW.minusSeconds(i)));
        }
        Mono.from(store.collection("devices", Device.class).insertMany(many)).block(SOON);
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
    void phones_of_members_are_found_by_member() {
        assertUses(
                "memberId_1_lastSyncAt_-1",
                Mono.from(devices.statementOfReachable(
                                List.of(new MemberId(new UUID(1, 3)), new MemberId(new UUID(1, 9))))
                        .explain()));
    }

    @Test
    void phones_that_did_not_synchronise_are_found_by_their_moment() {
        assertUses(
                "lastSyncAt_1",
                Mono.from(devices.statementOfSilent(NOW.minusSeconds(4_990)).explain()));
    }
}
