package vn.toso.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.WorkingWorld.SOON;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.area.Days;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskAction;
import vn.toso.domain.team.Member;

/** What the clock has to tell of tasks. */
class RemindersTest {

    private static final LocalDate DUE = TODAY.plusDays(10);

    private NoticeWorld world;

    @BeforeEach
    void open() {
        world = NoticeWorld.open("Reminders");
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** It is ten past midnight of that day. */
    private void itIs(LocalDate day) {
        world.clock.set(Days.startOf(day).plus(Duration.ofMinutes(10)));
        await(world.reminders().run());
        await(world.reminders().run());
    }

    private void daysPass(LocalDate first, LocalDate last) {
        first.datesUntil(last.plusDays(1)).forEach(this::itIs);
    }

    /** On which day of the escalation each was told. */
    private Map<String, Long> toldTo(Member member) {
        return world.of(member).stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        notice -> notice.kind() + " " + Days.of(notice.at()), java.util.stream.Collectors.counting()));
    }

    @Test
    void an_overdue_task_climbs_from_member_to_leader_to_oversight_to_province() {
        Task task = world.givenToLan(DUE);
        daysPass(TODAY, DUE.plusDays(20));

        assertThat(toldTo(LAN))
                .containsOnly(
                        Map.entry("TASK_DUE " + DUE.minusDays(2), 1L),
                        Map.entry("TASK_OVERDUE " + DUE.plusDays(1), 1L));
        assertThat(toldTo(HOA)).containsOnly(Map.entry("TASK_OVERDUE " + DUE.plusDays(1), 1L));
        assertThat(toldTo(DISTRICT_STAFF)).containsOnly(Map.entry("TASK_OVERDUE " + DUE.plusDays(7), 1L));
        assertThat(toldTo(PROVINCE_ADMIN)).containsOnly(Map.entry("TASK_OVERDUE " + DUE.plusDays(14), 1L));
        assertThat(world.of(THUY)).isEmpty();
        assertThat(world.of(HOA).get(0).facts())
                .containsEntry(Fact.COUNT, "1")
                .containsEntry(Fact.TASK, task.id().toString())
                .containsEntry(Fact.PLACE, "Xã Minh Hợp");
    }

    @Test
    void what_was_done_meanwhile_climbs_no_further() {
        Task task = world.givenToLan(DUE);
        daysPass(TODAY, DUE.plusDays(3));
        world.moved(LAN, task.id(), TaskAction.COMPLETE);
        daysPass(DUE.plusDays(4), DUE.plusDays(20));

        assertThat(world.of(HOA)).hasSize(1);
        assertThat(world.of(DISTRICT_STAFF)).isEmpty();
        assertThat(world.of(PROVINCE_ADMIN)).isEmpty();
    }

    @Test
    void what_is_somebody_elses_by_then_is_their_reminder() {
        Task task = world.givenToLan(DUE);
        daysPass(TODAY, DUE.minusDays(5));
        world.reassigned(task.id(), MINH, null);
        daysPass(DUE.minusDays(4), DUE.plusDays(2));

        assertThat(world.of(LAN)).isEmpty();
        assertThat(world.kindsOf(MINH)).containsExactly(NoticeKind.TASK_OVERDUE, NoticeKind.TASK_DUE);
    }

    @Test
    void a_leader_hears_once_of_many() {
        for (int i = 0; i < 7; i++) {
            world.given(i % 2 == 0 ? LAN : MINH, null, DUE);
        }
        daysPass(TODAY, DUE.plusDays(1));

        assertThat(world.of(HOA)).singleElement().satisfies(notice -> {
            assertThat(notice.facts()).containsEntry(Fact.COUNT, "7").doesNotContainKey(Fact.TASK);
        });
        assertThat(world.of(LAN).get(0).facts()).containsEntry(Fact.COUNT, "4");
    }

    @Test
    void days_on_which_no_node_ran_are_made_good() {
        world.givenToLan(DUE);
        itIs(TODAY);
        itIs(DUE.plusDays(30));

        assertThat(world.kindsOf(LAN)).containsExactly(NoticeKind.TASK_OVERDUE);
        assertThat(world.of(HOA)).hasSize(1);
        assertThat(world.of(DISTRICT_STAFF)).hasSize(1);
        assertThat(world.of(PROVINCE_ADMIN)).hasSize(1);
    }

    @Test
    void a_team_is_reminded_until_one_of_them_claims_the_task() {
        world.given(null, TEAM.id(), DUE);
        daysPass(TODAY, DUE.minusDays(2));

        assertThat(world.kindsOf(LAN)).containsExactly(NoticeKind.TASK_DUE);
        assertThat(world.kindsOf(MINH)).containsExactly(NoticeKind.TASK_DUE);
    }

    @Test
    void who_is_given_a_task_at_the_last_moment_has_just_read_its_day() {
        itIs(DUE.minusDays(2));
        world.givenToLan(DUE);
        itIs(DUE.minusDays(1));
        itIs(DUE);

        assertThat(world.of(LAN)).isEmpty();
    }

    @Test
    void two_nodes_make_each_reminder_once() {
        for (int i = 0; i < 30; i++) {
            world.givenToLan(DUE);
        }
        itIs(TODAY);
        world.clock.set(Days.startOf(DUE.plusDays(1)));

        Flux.range(0, 3)
                .flatMap(node -> world.reminders().run().subscribeOn(Schedulers.parallel()))
                .blockLast(SOON);

        assertThat(world.kindsOf(HOA)).containsExactly(NoticeKind.TASK_OVERDUE);
        assertThat(world.kindsOf(LAN)).containsExactly(NoticeKind.TASK_OVERDUE);
    }

    @Test
    void the_province_decides_when_and_to_whom() {
        world.rule(
                Occasion.TASK_OVERDUE_SECOND,
                new NoticeRuleForm(true, 3, null, List.of(Recipient.OVERSIGHT, Recipient.LEADERS), true));
        world.givenToLan(DUE);
        daysPass(TODAY, DUE.plusDays(8));

        assertThat(toldTo(DISTRICT_STAFF)).containsOnlyKeys("TASK_OVERDUE " + DUE.plusDays(3));
        assertThat(toldTo(HOA)).containsOnlyKeys("TASK_OVERDUE " + DUE.plusDays(1), "TASK_OVERDUE " + DUE.plusDays(3));
        assertThat(world.of(DISTRICT_STAFF).get(0).urgent()).isTrue();
    }

    @Test
    void leaders_hear_once_that_the_month_ends_soon() {
        MonthClosing closing = new MonthClosing(
                world.world.store,
                world.world.people.members,
                world.world.people.trees,
                world.rules,
                world.notices,
                world.clock);
        LocalDate.of(2026, 11, 20).datesUntil(LocalDate.of(2026, 12, 3)).forEach(day -> {
            world.clock.set(Days.startOf(day).plus(Duration.ofHours(7)));
            await(closing.run());
        });

        assertThat(world.of(HOA)).singleElement().satisfies(notice -> {
            assertThat(Days.of(notice.at())).isEqualTo(LocalDate.of(2026, 11, 27));
            assertThat(notice.facts()).containsEntry(Fact.MONTH, "2026-11").containsEntry(Fact.DUE, "2026-11-30");
        });
        assertThat(world.of(LAN)).isEmpty();
    }
}
