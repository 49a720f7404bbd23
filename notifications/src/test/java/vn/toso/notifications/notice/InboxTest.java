package vn.toso.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.refusalOf;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Page;
import vn.toso.domain.team.Member;

/** What somebody finds in the inbox. */
class InboxTest {

    private final Actor lan = actor(LAN);
    private NoticeWorld world;

    @BeforeEach
    void open() {
        world = NoticeWorld.open("Inbox");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Notice told(Member member, int number, Instant at) {
        Notice notice = Notice.of(member.id(), NoticeKind.CONFLICT, new UUID(9, number), "once", Map.of(), false, at);
        return await(world.notices.insertNew(List.of(notice)).single());
    }

    private List<Integer> walked(int limit) {
        List<Integer> numbers = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page<Notice> page = await(world.inbox.page(lan, limit, after));
            page.items().forEach(notice -> numbers.add((int) notice.subject().getLeastSignificantBits()));
            after = page.next();
        } while (after != null);
        return numbers;
    }

    @Test
    void unread_ones_come_first_and_of_these_and_the_others_the_latest() {
        List<Notice> told = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            // Three at a time.
            told.add(told(LAN, i, NOW.plusSeconds(i / 3)));
        }
        told(MINH, 100, NOW);
        for (int read : List.of(8, 1, 4)) {
            await(world.inbox.read(lan, told.get(read).id()));
        }

        List<Integer> whole = walked(50);
        assertThat(whole).hasSize(9).doesNotHaveDuplicates();
        assertThat(whole.subList(6, 9)).containsExactly(8, 4, 1);
        assertThat(whole.subList(0, 2)).containsExactlyInAnyOrder(6, 7);
        assertThat(whole.subList(2, 4)).containsExactlyInAnyOrder(3, 5);
        for (int limit = 1; limit < 10; limit++) {
            assertThat(walked(limit)).as("pages of " + limit).isEqualTo(whole);
        }
    }

    @Test
    void reading_is_counted_once_and_keeps_its_time() {
        Notice first = told(LAN, 1, NOW);
        told(LAN, 2, NOW);

        Notice read = await(world.inbox.read(lan, first.id()));
        world.clock.advance(Duration.ofHours(1));
        Notice again = await(world.inbox.read(lan, first.id()));

        assertThat(read.readAt()).isEqualTo(NOW);
        assertThat(again).isEqualTo(read);
        assertThat(await(world.notices.unreadOf(LAN.id()))).isEqualTo(1);
        assertThat(await(world.notices.unreadOf(List.of(LAN.id(), MINH.id())))).containsOnly(Map.entry(LAN.id(), 1L));
    }

    @Test
    void nobody_reads_or_marks_what_somebody_else_was_told() {
        Notice his = told(MINH, 1, NOW);

        assertThat(walked(10)).isEmpty();
        assertThat(refusalOf(world.inbox.read(lan, his.id())).code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(await(world.notices.unreadOf(MINH.id()))).isEqualTo(1);
    }

    @Test
    void what_was_taken_back_is_gone() {
        Notice told = told(LAN, 1, NOW);
        await(world.notices.withdraw(Actor.SYSTEM, List.of(told)).then());

        assertThat(walked(10)).isEmpty();
        assertThat(await(world.notices.unreadOf(LAN.id()))).isZero();
        assertThat(refusalOf(world.inbox.read(lan, told.id())).code()).isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void old_ones_go_when_they_were_read_and_stay_when_not() {
        Notice read = told(LAN, 1, NOW);
        told(LAN, 2, NOW);
        await(world.inbox.read(lan, read.id()));
        world.clock.advance(Duration.ofDays(200));
        Notice late = told(LAN, 3, NOW);
        await(world.inbox.read(lan, late.id()));

        await(world.notices.removeSettledBefore(world.clock.instant().minus(Duration.ofDays(180))));

        assertThat(walked(10)).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void a_token_that_is_not_ours_is_refused() {
        for (String token : List.of("x", "VU5SRUFE", "VU5SRUFECnllc3RlcmRheQpub2JvZHk")) {
            assertThat(refusalOf(world.inbox.page(lan, 5, token)).code()).isEqualTo(ProblemCode.INVALID);
        }
    }
}
