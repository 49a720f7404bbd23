package vn.toso.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.notifications.delivery.DeliveryWorld.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Eventually;
import vn.toso.notifications.fcm.Received;
import vn.toso.notifications.notice.Notice;

/** When phones may ring: 21:00 to 06:00 in Asia/Ho_Chi_Minh is 14:00 to 23:00 in UTC. */
class QuietHoursTest {

    private static final Instant EVENING = Instant.parse("2026-11-20T15:30:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-20T23:00:00Z");

    @TempDir
    private Path folder;

    private DeliveryWorld world;

    @BeforeEach
    void open() {
        world = new DeliveryWorld("QuietHours", folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void quiet_hours_reach_over_midnight() {
        DeliverySettings shipped = DeliverySettings.SHIPPED;

        assertThat(shipped.quietUntil(Instant.parse("2026-11-20T13:59:59Z"))).isEmpty();
        assertThat(shipped.quietUntil(Instant.parse("2026-11-20T14:00:00Z"))).contains(MORNING);
        assertThat(shipped.quietUntil(Instant.parse("2026-11-20T17:30:00Z"))).contains(MORNING);
        assertThat(shipped.quietUntil(Instant.parse("2026-11-20T22:59:59Z"))).contains(MORNING);
        assertThat(shipped.quietUntil(MORNING)).isEmpty();
    }

    @Test
    void quiet_hours_may_lie_within_a_day_or_not_be_at_all() {
        DeliverySettings noon = DeliverySettings.SHIPPED.saying(LocalTime.of(12, 0), LocalTime.of(13, 30), 5);
        assertThat(noon.quietUntil(Instant.parse("2026-11-20T05:10:00Z")))
                .contains(Instant.parse("2026-11-20T06:30:00Z"));
        assertThat(noon.quietUntil(Instant.parse("2026-11-20T15:00:00Z"))).isEmpty();

        DeliverySettings never = DeliverySettings.SHIPPED.saying(LocalTime.of(6, 0), LocalTime.of(6, 0), 5);
        assertThat(never.quietUntil(Instant.parse("2026-11-20T23:00:00Z"))).isEmpty();
    }

    @Test
    void what_came_at_night_is_one_summary_in_the_morning_and_only_what_is_urgent_rings_at_once() {
        world.phone(LAN, "lan");
        world.phone(LAN, "lan-tablet");
        world.phone(MINH, "minh");
        world.clock.set(EVENING);
        world.startNode();
        Notice urgent = world.urgent(LAN);

        world.enqueue(world.assigned(LAN), world.assigned(LAN), urgent, world.assigned(MINH));
        Eventually.holds(() ->
                assertThat(world.outboxContent().stream().filter(Push::isHeld)).hasSize(5));
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(2));
        assertThat(world.fcm.received())
                .extracting(one -> one.data("noticeId"))
                .containsOnly(urgent.id().toString());

        // Midnight passes, and one more comes.
        world.clock.set(Instant.parse("2026-11-20T18:00:00Z"));
        world.enqueue(world.assigned(LAN));
        Eventually.holds(() ->
                assertThat(world.outboxContent().stream().filter(Push::isHeld)).hasSize(7));
        assertThat(world.fcm.messages()).isEqualTo(2);

        world.fcm.forget();
        world.clock.set(MORNING);
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(5));

        assertThat(world.in(Push.State.WAITING)).isEmpty();
        assertThat(world.fcm.received())
                .extracting(Received::token)
                .containsExactlyInAnyOrder("lan", "lan-tablet", "minh");
        Received summary = world.fcm.receivedFor("lan").get(0);
        assertThat(summary.data("kind")).isEqualTo("SUMMARY");
        assertThat(summary.data("count")).isEqualTo("3");
        assertThat(summary.at("notification", "body")).contains("3");
        assertThat(world.fcm.receivedFor("minh").get(0).data("kind")).isEqualTo("TASK_ASSIGNED");
    }

    @Test
    void two_nodes_make_one_summary() {
        world.phone(LAN, "lan");
        world.clock.set(EVENING);
        world.startNode();
        world.startNode();
        Notice[] many = new Notice[30];
        for (int i = 0; i < many.length; i++) {
            many[i] = world.assigned(LAN);
        }
        world.enqueue(many);
        Eventually.holds(() ->
                assertThat(world.outboxContent().stream().filter(Push::isHeld)).hasSize(30));

        world.clock.set(MORNING);
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(1));

        assertThat(world.in(Push.State.WAITING)).isEmpty();
        assertThat(world.fcm.received())
                .singleElement()
                .satisfies(one -> assertThat(one.data("count")).isEqualTo("30"));
    }

    @Test
    void a_member_gets_a_handful_a_day_and_the_rest_in_one_the_next_morning() {
        world.phone(LAN, "lan");
        world.phone(LAN, "lan-tablet");
        world.startNode();

        for (int i = 0; i < 8; i++) {
            world.enqueue(world.assigned(LAN));
        }
        Eventually.holds(() ->
                assertThat(world.outboxContent().stream().filter(Push::isHeld)).hasSize(6));
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(10));
        assertThat(world.fcm.receivedFor("lan")).hasSize(5);
        Notice urgent = world.urgent(LAN);
        world.enqueue(urgent);
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(12));
        assertThat(world.fcm.receivedFor("lan")).hasSize(6);

        world.fcm.forget();
        world.clock.set(MORNING);
        Eventually.holds(() -> assertThat(world.fcm.received()).hasSize(2));
        assertThat(world.fcm.received())
                .allSatisfy(one -> assertThat(one.data("count")).isEqualTo("3"));
    }

    @Test
    void the_province_says_when_it_is_quiet_and_how_many_a_handful_is() {
        Actor anh = new Actor(
                vn.toso.domain.world.TestWorld.PROVINCE_ADMIN.id(),
                vn.toso.domain.access.Role.PROVINCE_ADMIN,
                vn.toso.domain.access.Scope.all());
        DeliverySettings said = await(world.rules.put(anh, 0L, LocalTime.of(23, 0), LocalTime.of(5, 0), 1));
        assertThat(said.revision().version()).isEqualTo(1);
        assertThat(await(world.rules.current())).isEqualTo(said);
        world.phone(LAN, "lan");
        world.clock.set(EVENING);
        world.startNode();

        world.enqueue(world.assigned(LAN), world.assigned(LAN));
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(1));
        Eventually.holds(() -> assertThat(world.in(Push.State.WAITING))
                .singleElement()
                .satisfies(push -> assertThat(push.heldUntil()).isEqualTo(Instant.parse("2026-11-20T22:00:00Z"))));
    }

    @Test
    void only_one_of_two_who_change_the_same_settings_succeeds() {
        Actor anh = Actor.SYSTEM;
        await(world.rules.put(anh, null, LocalTime.of(22, 0), LocalTime.of(5, 0), 3));

        List<String> outcomes = List.of(6, 7).stream()
                .map(limit -> world.rules
                        .put(anh, 1L, LocalTime.of(22, 0), LocalTime.of(5, 0), limit)
                        .map(done -> "done")
                        .onErrorResume(failure -> reactor.core.publisher.Mono.just(failure.getMessage())))
                .map(DeliveryWorld::await)
                .toList();

        assertThat(outcomes.get(0)).isEqualTo("done");
        assertThat(outcomes.get(1)).contains("version-mismatch");
    }
}
