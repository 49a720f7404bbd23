package vn.toso.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.notifications.delivery.DeliveryWorld.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;
import vn.toso.notifications.device.Device;
import vn.toso.notifications.device.Platform;
import vn.toso.notifications.fcm.Answer;
import vn.toso.notifications.fcm.Received;
import vn.toso.notifications.notice.Notice;
import vn.toso.notifications.notice.NoticeKind;

/** From the outbox to FCM through the real SDK. It is five past seven in the evening until a test moves the clock. */
class DeliveryTest {

    @TempDir
    private Path folder;

    private DeliveryWorld world;

    @BeforeEach
    void open() {
        world = new DeliveryWorld("Delivery", folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void reached(int howMany) {
        Eventually.holds(() -> assertThat(world.fcm.messages()).isEqualTo(howMany));
    }

    @Test
    void a_notice_rings_once_on_each_phone_of_its_recipient_however_often_it_is_left() {
        world.phone(LAN, "lan");
        world.phone(LAN, "lan-tablet", Platform.IOS);
        world.phone(MINH, "minh");
        Notice notice = world.assigned(LAN);
        world.startNode();

        world.enqueue(notice);
        world.enqueue(notice);
        world.awaitCalm();
        world.enqueue(notice);
        world.awaitCalm();

        assertThat(world.fcm.received()).extracting(Received::token).containsExactlyInAnyOrder("lan", "lan-tablet");
        Received onPhone = world.fcm.receivedFor("lan").get(0);
        assertThat(onPhone.data("noticeId")).isEqualTo(notice.id().toString());
        assertThat(onPhone.data("kind")).isEqualTo("TASK_ASSIGNED");
        assertThat(onPhone.at("android", "collapse_key")).isEqualTo(notice.id().toString());
        assertThat(world.fcm.receivedFor("lan-tablet").get(0).at("apns", "payload", "aps", "badge"))
                .isEqualTo("1");
        assertThat(world.in(Push.State.SENT)).hasSize(2);
        assertThat(await(world.pushes.reachedBy(notice.subject()))).isEqualTo(1);
    }

    @Test
    void a_payload_says_ids_and_kinds_and_nothing_else() {
        world.phone(LAN, "lan");
        Notice telling = Notice.of(
                LAN.id(),
                NoticeKind.TASK_ASSIGNED,
                java.util.UUID.randomUUID(),
                "x",
                Map.of("place", "Xóm Bí Mật", "due", "2026-11-30"),
                false,
                world.clock.instant());
        world.startNode();

        world.enqueue(telling);
        reached(1);

        assertThat(world.fcm.received().get(0).message().toString()).doesNotContain("Bí Mật");
        assertThat(world.fcm.received().get(0).message().getAsJsonObject("data").keySet())
                .containsExactlyInAnyOrder("kind", "noticeId", "subject");
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
        Eventually.holds(() -> assertThat(world.meters
                        .find("toso.push.credential.refused")
                        .gauge()
                        .value())
                .isEqualTo(1));
        Eventually.holds(() -> assertThat(world.outboxContent())
                .allMatch(push -> push.dueAt().isAfter(world.clock.instant()) && push.attempts() == 0));
        int asked = world.fcm.messages();
        world.enqueue(world.urgent(LAN));
        assertThat(world.in(Push.State.WAITING)).hasSize(16);

        world.fcm.usually(Answer.OK);
        world.clock.advance(Duration.ofSeconds(31));
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(16));
        assertThat(world.fcm.messages()).isEqualTo(asked + 16);
        assertThat(world.meters.find("toso.push.credential.refused").gauge().value())
                .isZero();
    }

    @Test
    void tokens_that_are_all_of_another_project_are_our_fault_and_stay() {
        for (int i = 0; i < 10; i++) {
            world.phone(LAN, "phone-" + i);
        }
        world.fcm.usually(Answer.OTHER_SENDER);

        world.enqueue(world.urgent(LAN));
        world.startNode();
        Eventually.holds(() -> assertThat(world.meters
                        .find("toso.push.credential.refused")
                        .gauge()
                        .value())
                .isEqualTo(1));

        assertThat(world.in(Push.State.WAITING)).hasSize(10);
        assertThat(await(world.devices.reachableOf(List.of(LAN.id())).count())).isEqualTo(10);
    }

    @Test
    void a_suspended_member_is_told_nothing_from_that_moment_on() {
        world.phone(LAN, "lan");
        world.phone(MINH, "minh");
        world.enqueue(world.assigned(LAN), world.assigned(MINH));
        Member lan = await(world.people.members.collection().find(LAN.id()));
        await(world.people.members.collection().replace(Actor.SYSTEM, suspended(lan)));

        world.startNode();
        world.awaitCalm();

        assertThat(world.fcm.received()).extracting(Received::token).containsExactly("minh");
        assertThat(world.in(Push.State.DROPPED)).extracting(Push::reason).containsExactly("member");
    }

    private static Member suspended(Member member) {
        return new Member(
                member.id(),
                member.revision(),
                member.name(),
                member.phone(),
                member.role(),
                member.areas(),
                member.subject(),
                MemberStatus.SUSPENDED,
                member.invitation(),
                member.sortKey(),
                member.words(),
                member.generated());
    }

    @Test
    void a_phone_that_changed_hands_is_not_told_what_was_meant_for_the_former() {
        world.phone(LAN, "shared");
        world.enqueue(world.assigned(LAN));
        world.phone(MINH, "shared");
        world.enqueue(world.assigned(MINH));

        world.startNode();
        world.awaitCalm();

        assertThat(world.fcm.messages()).isEqualTo(1);
        assertThat(world.in(Push.State.SENT)).extracting(Push::member).containsExactly(MINH.id());
    }

    @Test
    void what_is_taken_back_before_it_went_out_never_rings() {
        world.phone(LAN, "lan");
        Notice withdrawn = world.assigned(LAN);
        Notice other = world.assigned(LAN);
        world.enqueue(withdrawn, other);
        await(world.outbox.withdraw(List.of(withdrawn.id())));
        world.enqueue(withdrawn);

        world.startNode();
        world.awaitCalm();

        assertThat(world.fcm.received())
                .extracting(one -> one.data("noticeId"))
                .containsExactly(other.id().toString());
    }

    @Test
    void two_nodes_share_the_work_and_nothing_goes_out_twice() {
        List<Notice> told = new ArrayList<>();
        for (Member member : List.of(LAN, MINH, HOA)) {
            for (int i = 0; i < 8; i++) {
                world.phone(member, member.id() + "-" + i);
            }
            for (int i = 0; i < 40; i++) {
                told.add(world.urgent(member));
            }
        }
        world.startNode();
        world.startNode(world.store, world.sender);
        world.startNode(world.store, world.sender);

        world.enqueue(told.toArray(Notice[]::new));
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(3 * 8 * 40));

        assertThat(world.fcm.received())
                .extracting(one -> one.token() + one.data("noticeId"))
                .hasSize(3 * 8 * 40)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_node_that_dies_between_sending_and_noting_repeats_at_most_once_and_the_phone_replaces_it() {
        Device phone = world.phone(LAN, "lan");
        world.enqueue(world.urgent(LAN));
        Store dying = Store.connect(TestStore.uri()
                .replaceFirst(
                        "(://[^/]+)/?([^?]*)", "$1/" + world.store.database().getName()));
        world.startNode(dying, new PushSender() {
            @Override
            public Mono<List<Receipt>> send(List<Outgoing> messages) {
                return world.sender.send(messages).doOnNext(sent -> dying.close());
            }

            @Override
            public String description() {
                return "dies after sending";
            }

            @Override
            public void close() {
                // The world's own sender is closed by the world.
            }
        });
        reached(1);
        world.startNode();
        assertThat(world.in(Push.State.WAITING)).hasSize(1);

        world.clock.advance(Duration.ofMinutes(6));
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(1));

        List<Received> rung = world.fcm.receivedFor(phone.pushToken());
        assertThat(rung).hasSize(2);
        assertThat(rung.get(0).at("android", "collapse_key"))
                .isEqualTo(rung.get(1).at("android", "collapse_key"));
    }

    @Test
    void closing_waits_for_what_is_under_way_and_begins_nothing() {
        world.phone(LAN, "lan");
        world.fcm.plan("lan", Answer.OK.after(Duration.ofMillis(700)));
        Delivery node = world.startNode();
        world.enqueue(world.urgent(LAN));
        reached(1);

        await(node.close());
        assertThat(world.in(Push.State.SENT)).hasSize(1);

        world.enqueue(world.urgent(LAN));
        assertThat(world.in(Push.State.WAITING)).hasSize(1);
    }
}
