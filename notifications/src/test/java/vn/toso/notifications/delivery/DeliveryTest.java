package vn.toso.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.notifications.delivery.DeliveryWorld.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;
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
        world.startNode();
        world.startNode();

        world.enqueue(told.toArray(Notice[]::new));
        Eventually.holds(() -> assertThat(world.in(Push.State.SENT)).hasSize(3 * 8 * 40));

        assertThat(world.fcm.received())
                .extracting(one -> one.token() + one.data("noticeId"))
                .hasSize(3 * 8 * 40)
                .doesNotHaveDuplicates();
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
