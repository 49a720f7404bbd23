package vn.toso.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Change;
import vn.toso.domain.storage.Statements;

/** However much there is to tell, each kind of document is read once for it. */
class FewStatementsTest {

    private static final int MANY = 60;
    private static final LocalDate DUE = TODAY.plusDays(10);

    private NoticeWorld world;

    @BeforeEach
    void open() {
        world = NoticeWorld.open("FewStatements");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void giveMany() {
        for (int i = 0; i < MANY; i++) {
            world.given(i % 2 == 0 ? LAN : MINH, null, DUE);
        }
        world.given(null, TEAM.id(), DUE);
    }

    @Test
    void changes_of_many_tasks_cost_one_read_of_each_kind_and_one_insert() {
        giveMany();
        List<Change> news = world.news();
        try (Statements asked = Statements.of(world.world.store)) {
            await(world.follower().handle(news));

            assertThat(world.count()).isGreaterThan(MANY);
            assertThat(asked.reads("tasks")).as(asked.toString()).isEqualTo(1);
            assertThat(asked.reads("teams")).as(asked.toString()).isEqualTo(1);
            assertThat(asked.reads("notice_rules")).as(asked.toString()).isEqualTo(1);
            assertThat(asked.writes("notices")).as(asked.toString()).isEqualTo(1);
        }
    }

    @Test
    void a_reminder_of_many_tasks_costs_one_read_of_each_kind_and_one_insert() {
        giveMany();
        itIs(DUE);
        try (Statements asked = Statements.of(world.world.store)) {
            itIs(DUE.plusDays(1));

            // Four rules look each for the tasks of one day; those of the first step of the escalation are there.
            assertThat(world.count()).isPositive();
            assertThat(asked.reads("notice_rules")).as(asked.toString()).isEqualTo(1);
            assertThat(asked.reads("tasks")).as(asked.toString()).isEqualTo(4);
            assertThat(asked.reads("members")).as(asked.toString()).isEqualTo(1);
            assertThat(asked.reads("teams")).as(asked.toString()).isEqualTo(1);
            assertThat(asked.writes("notices")).as(asked.toString()).isEqualTo(1);
        }
    }

    @Test
    void on_a_day_that_was_gone_through_a_look_costs_a_read_for_each_rule() {
        giveMany();
        itIs(DUE.plusDays(1));
        try (Statements asked = Statements.of(world.world.store)) {
            itIs(DUE.plusDays(1));

            assertThat(asked.reads("notice_marks")).as(asked.toString()).isEqualTo(4);
            assertThat(asked.reads("tasks")).as(asked.toString()).isZero();
            assertThat(asked.writes("notices")).as(asked.toString()).isZero();
        }
    }

    /** It is ten past midnight of that day. */
    private void itIs(LocalDate day) {
        world.clock.set(Days.startOf(day).plus(Duration.ofMinutes(10)));
        await(world.reminders().run());
    }
}
