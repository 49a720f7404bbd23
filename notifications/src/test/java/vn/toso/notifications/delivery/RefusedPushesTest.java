package vn.toso.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.notifications.delivery.DeliveryWorld.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toso.domain.change.Eventually;
import vn.toso.notifications.fcm.Answer;

/** What FCM's answers mean for pushes and phones: what is tried again and when, what is given up, what stops everything. */
class RefusedPushesTest {

    @TempDir
    private Path folder;

    private DeliveryWorld world;

    @BeforeEach
    void open() {
        world = new DeliveryWorld("RefusedPushes", folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private double refusals() {
        return world.meters.find("toso.push.credential.refused").gauge().value();
    }

    @Test
    void a_phone_that_is_gone_loses_its_token_and_the_others_still_ring() {
        world.phone(LAN, "gone");
        world.phone(LAN, "here");
        world.fcm.plan("gone", Answer.UNREGISTERED);
        world.startNode();

        world.enqueue(world.assigned(LAN));
        world.awaitCalm();
        world.enqueue(world.assigned(LAN));
        world.awaitCalm();

        assertThat(world.fcm.receivedFor("gone")).hasSize(1);
        assertThat(world.fcm.receivedFor("here")).hasSize(2);
        assertThat(world.metered("toso.push.tokens.removed")).isEqualTo(1);
    }

    @Test
    void quota_is_honoured_and_then_the_push_goes_out() {
        world.phone(LAN, "lan");
        world.fcm.plan("lan", Answer.quotaExceeded(Duration.ofMinutes(2)));
        world.startNode();
        Instant start = world.clock.instant();

        world.enqueue(world.assigned(LAN));
        Eventually.holds(() -> assertThat(world.outboxContent()).singleElement().satisfies(push -> {
            assertThat(push.attempts()).isEqualTo(1);
            assertThat(push.dueAt()).isBetween(start.plusSeconds(120), start.plusSeconds(130));
        }));
        assertThat(world.fcm.messages()).isEqualTo(1);

        world.clock.advance(Duration.ofSeconds(131));
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(1));
        assertThat(world.fcm.messages()).isEqualTo(2);
    }

    @Test
    void a_failing_fcm_is_tried_again_with_growing_pauses_and_given_up_after_a_day() {
        world.phone(LAN, "lan");
        world.fcm.usually(Answer.BROKEN);
        world.startNode();
        Instant start = world.clock.instant();
        world.enqueue(world.urgent(LAN));

        List<Duration> pauses = new ArrayList<>();
        for (int tries = 1; world.in(Push.State.GIVEN_UP).isEmpty(); tries++) {
            int wanted = tries;
            Eventually.holds(() -> assertThat(world.outboxContent())
                    .singleElement()
                    .satisfies(push -> assertThat(push.attempts() == wanted || push.state() == Push.State.GIVEN_UP)
                            .isTrue()));
            Push push = world.outboxContent().get(0);
            if (push.state() == Push.State.WAITING) {
                pauses.add(Duration.between(world.clock.instant(), push.dueAt()));
                world.clock.set(push.dueAt());
            }
        }

        assertThat(pauses.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(pauses.get(4)).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
        assertThat(pauses.get(pauses.size() - 1)).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(30));
        assertThat(Duration.between(start, world.clock.instant())).isGreaterThanOrEqualTo(Duration.ofHours(24));
        assertThat(world.metered("toso.push.givenup")).isEqualTo(1);
    }

    @Test
    void a_wrong_credential_stops_everything_and_loses_nothing() {
        for (int i = 0; i < 20; i++) {
            world.phone(LAN, "phone-" + i % 8);
        }
        world.fcm.usually(Answer.NOT_ALLOWED);
        world.startNode();

        world.enqueue(world.urgent(LAN));
        Eventually.holds(() -> assertThat(refusals()).isEqualTo(1));
        Eventually.holds(() -> assertThat(world.outboxContent())
                .allMatch(push -> push.dueAt().isAfter(world.clock.instant()) && push.attempts() == 0));
        int asked = world.fcm.messages();
        world.enqueue(world.urgent(LAN));
        assertThat(world.in(Push.State.WAITING)).hasSize(16);

        world.fcm.usually(Answer.OK);
        world.clock.advance(Duration.ofSeconds(31));
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(16));
        assertThat(world.fcm.messages()).isEqualTo(asked + 16);
        assertThat(refusals()).isZero();
    }

    @Test
    void tokens_that_are_all_of_another_project_are_our_fault_and_stay() {
        for (int i = 0; i < 10; i++) {
            world.phone(LAN, "phone-" + i);
        }
        world.fcm.usually(Answer.OTHER_SENDER);

        world.enqueue(world.urgent(LAN));
        world.startNode();
        Eventually.holds(() -> assertThat(refusals()).isEqualTo(1));

        assertThat(world.in(Push.State.WAITING)).hasSize(10);
        assertThat(await(world.devices.reachableOf(List.of(LAN.id())).count())).isEqualTo(10);
    }
}
