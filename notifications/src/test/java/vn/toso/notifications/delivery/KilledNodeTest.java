package vn.toso.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.storage.ChildProcess;
import vn.toso.notifications.fcm.Answer;
import vn.toso.notifications.fcm.Received;

/** The power goes while a node delivers, in a process of its own: what it had noted stays, what it had sent is repeated. */
class KilledNodeTest {

    private static final int PHONES = 8;
    private static final int NOTICES = 5;

    @TempDir
    private Path folder;

    private DeliveryWorld world;

    @BeforeEach
    void open() {
        world = new DeliveryWorld("KilledNode", folder);
        for (int i = 0; i < PHONES; i++) {
            world.phone(LAN, "lan-" + i);
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    private ChildProcess nodeOfItsOwn() throws Exception {
        return ChildProcess.start(
                DeliveringNode.class,
                world.uri(),
                world.fcm.credentials(folder).toString(),
                world.fcm.url(),
                world.clock.instant().toString());
    }

    @Test
    void what_it_had_sent_and_not_noted_rings_once_more_and_replaces_the_first_on_the_phone() throws Exception {
        world.phone(MINH, "minh");
        world.enqueue(world.urgent(MINH));
        try (ChildProcess node = nodeOfItsOwn()) {
            Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(1));
            world.fcm.usually(Answer.OK.after(Duration.ofMinutes(2)));
            for (int i = 0; i < NOTICES; i++) {
                world.enqueue(world.urgent(LAN));
            }
            Eventually.holds(() -> assertThat(world.fcm.messages()).isEqualTo(1 + PHONES * NOTICES));
            node.kill();
        }
        world.fcm.usually(Answer.OK);

        world.startNode();
        assertThat(world.in(Push.State.WAITING)).hasSize(PHONES * NOTICES);
        world.clock.advance(Pace.USUAL.lease().plusSeconds(1));
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(1 + PHONES * NOTICES));

        assertThat(world.fcm.receivedFor("minh")).hasSize(1);
        assertThat(collapseKeysByPush()).hasSize(1 + PHONES * NOTICES).allSatisfy((push, keys) -> {
            assertThat(keys).hasSize(push.startsWith("minh") ? 1 : 2);
            assertThat(keys).containsOnly(keys.get(0));
        });
    }

    private Map<String, List<String>> collapseKeysByPush() {
        return world.fcm.received().stream()
                .collect(Collectors.groupingBy(
                        one -> one.token() + " " + one.data("noticeId"),
                        Collectors.mapping(KilledNodeTest::collapseKey, Collectors.toList())));
    }

    private static String collapseKey(Received one) {
        return one.at("android", "collapse_key");
    }
}
