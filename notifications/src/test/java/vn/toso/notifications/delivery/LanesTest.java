package vn.toso.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.notifications.delivery.DeliveryWorld.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.team.Member;
import vn.toso.notifications.fcm.Answer;
import vn.toso.notifications.fcm.Received;
import vn.toso.notifications.notice.Notice;
import vn.toso.notifications.notice.NoticeKind;

/** What thousands are told keeps nobody waiting who is told something of their own. */
class LanesTest {

    private static final int PEOPLE = 100;
    private static final int EACH = 30;

    @TempDir
    private Path folder;

    private DeliveryWorld world;

    @BeforeEach
    void open() {
        world = new DeliveryWorld("Lanes", folder);
        await(world.rules.put(Actor.SYSTEM, null, LocalTime.of(6, 0), LocalTime.of(6, 0), 100));
        world.phone(LAN, "lan");
        world.phone(MINH, "minh");
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Three thousand pushes, which came due before all else. */
    private void announceToMany() {
        List<Member> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> aMember("Lô Văn " + i).build())
                .toList();
        await(world.people.members.collection().insertAll(Actor.SYSTEM, people).then());
        List<Notice> told = new ArrayList<>();
        for (Member member : people) {
            world.phone(member, "phone-of-" + member.id());
            for (int i = 0; i < EACH; i++) {
                told.add(world.notice(member, NoticeKind.ANNOUNCEMENT, false));
            }
        }
        world.enqueue(told.toArray(Notice[]::new));
        world.clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void a_task_and_what_is_urgent_overtake_an_announcement_to_many() {
        announceToMany();
        world.enqueue(world.assigned(LAN), world.notice(MINH, NoticeKind.ANNOUNCEMENT, true));
        world.fcm.usually(Answer.OK.after(Duration.ofMillis(50)));

        world.startNode();
        Eventually.holds(() -> assertThat(world.fcm.messages()).isEqualTo(PEOPLE * EACH + 2));

        // Batches of the announcement that were under way already go before them, and no more.
        List<String> tokens = world.fcm.received().stream().map(Received::token).toList();
        assertThat(tokens.indexOf("lan")).isBetween(0, 2_000);
        assertThat(tokens.indexOf("minh")).isBetween(0, 2_000);
    }

    @Test
    void a_lane_is_left_in_the_order_in_which_its_pushes_came_due() {
        Notice first = world.assigned(LAN);
        world.enqueue(world.notice(MINH, NoticeKind.CAMPAIGN_LAUNCHED, false), first);
        world.clock.advance(Duration.ofSeconds(1));
        world.enqueue(world.assigned(MINH), world.urgent(LAN));
        Instant now = world.clock.instant();

        assertThat(claimed(Lane.PERSONAL, now, 1)).extracting(Push::notice).containsExactly(first.id());
        assertThat(claimed(Lane.PERSONAL, now, 500)).extracting(Push::member).containsExactly(MINH.id());
        assertThat(claimed(Lane.URGENT, now, 500)).extracting(Push::member).containsExactly(LAN.id());
        assertThat(claimed(Lane.CROWD, now, 500)).extracting(Push::kind).containsExactly(NoticeKind.CAMPAIGN_LAUNCHED);
        assertThat(await(world.pushes.claim(Lane.CROWD, now, now.plusSeconds(60), 500)))
                .isNull();
    }

    private List<Push> claimed(Lane lane, Instant now, int most) {
        return await(world.pushes.claim(lane, now, now.plusSeconds(60), most)).pushes();
    }

    @Test
    void a_summary_goes_with_the_crowd_and_any_urgent_notice_before_all() {
        assertThat(Lane.of(null, false)).isEqualTo(Lane.CROWD);
        for (NoticeKind kind : NoticeKind.values()) {
            assertThat(Lane.of(kind, true)).as(kind.name()).isEqualTo(Lane.URGENT);
        }
    }
}
