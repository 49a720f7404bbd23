package vn.toso.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ABSENT;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.service.Outcome.ASSISTED;
import static vn.toso.domain.service.Outcome.BLOCKED;
import static vn.toso.domain.service.Outcome.REFUSED;
import static vn.toso.domain.world.VisitBuilder.aVisit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.ServiceState;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.VisitBuilder;

class ProgressTest {

    private static final ResidentId LINH = Names.resident("Linh");
    private static final LocalDate NOVEMBER_1 = LocalDate.of(2026, 11, 1);

    private static Progress progress(VisitBuilder... visits) {
        return Progress.of(List.of(visits).stream().map(VisitBuilder::build).toList());
    }

    private static VisitBuilder on(int day) {
        return aVisit("of day " + day).at("2026-11-%02dT09:00:00+07:00".formatted(day));
    }

    @Test
    void a_service_nobody_worked_on_has_no_state() {
        assertThat(progress()).isEqualTo(Progress.NONE);
        assertThat(progress(on(1).did("PAY_BILL", ACHIEVED)).of(LINH)).isEmpty();
    }

    @Test
    void achieved_stays_achieved_while_the_latest_visit_is_known_as_well() {
        VisitBuilder achieving = on(2).did("SAFE", LINH, ACHIEVED);

        ServiceState state = progress(on(1).did("SAFE", LINH, REFUSED), achieving, on(3).did("SAFE", LINH, ASSISTED))
                .of(LINH)
                .get("SAFE");

        assertThat(state.outcome()).isEqualTo(ACHIEVED);
        assertThat(state.firstOn()).isEqualTo(NOVEMBER_1);
        assertThat(state.refusedOn()).isEqualTo(NOVEMBER_1);
        assertThat(state.achievedOn()).isEqualTo("2026-11-02");
        assertThat(state.lastOn()).isEqualTo("2026-11-03");
        assertThat(state.blockedOn()).isNull();
        assertThat(state.visitId()).isEqualTo(achieving.id());
    }

    @Test
    void without_achievement_the_latest_visit_decides() {
        ServiceState state = progress(on(2).did("SAFE", LINH, BLOCKED), on(1).did("SAFE", LINH, REFUSED))
                .of(LINH)
                .get("SAFE");

        assertThat(state.outcome()).isEqualTo(BLOCKED);
        assertThat(state.visitId()).isEqualTo(on(2).id());
    }

    @Test
    void the_latest_answer_to_a_survey_stands_though_the_first_one_dates_it() {
        ServiceState state = progress(
                        on(1).did("DEVICE", null, ACHIEVED, "no"), on(5).did("DEVICE", null, ACHIEVED, "yes"))
                .place()
                .get("DEVICE");

        assertThat(state.step()).isEqualTo("yes");
        assertThat(state.achievedOn()).isEqualTo(NOVEMBER_1);
    }

    @Test
    void the_later_of_two_activities_in_one_visit_decides() {
        ServiceState state = progress(on(1).did("SAFE", LINH, REFUSED).did("SAFE", LINH, ASSISTED))
                .of(LINH)
                .get("SAFE");

        assertThat(state.outcome()).isEqualTo(ASSISTED);
        assertThat(state.refusedOn()).isEqualTo(NOVEMBER_1);
    }

    @Test
    void a_visit_late_in_the_evening_belongs_to_the_day_in_vietnam() {
        Progress progress = progress(aVisit("late").at("2026-11-20T18:30:00Z").did("PAY_BILL", ACHIEVED));

        assertThat(progress.place().get("PAY_BILL").achievedOn()).isEqualTo("2026-11-21");
        assertThat(progress.visitedFirstOn()).isEqualTo("2026-11-21");
    }

    @Test
    void a_household_found_absent_is_not_visited_but_reached() {
        Progress progress = progress(on(1).did("PAY_BILL", ABSENT));

        assertThat(progress.visitedFirstOn()).isNull();
        assertThat(progress.visitedLastOn()).isNull();
        assertThat(progress.place().get("PAY_BILL").firstOn()).isEqualTo(NOVEMBER_1);
    }

    @Test
    void a_household_where_one_of_two_was_met_is_visited() {
        Progress progress =
                progress(on(1).did("SAFE", LINH, ABSENT).did("PAY_BILL", REFUSED), on(3).did("PAY_BILL", REFUSED));

        assertThat(progress.visitedFirstOn()).isEqualTo(NOVEMBER_1);
        assertThat(progress.visitedLastOn()).isEqualTo("2026-11-03");
    }

    /** Also one by one and some of them twice, as a listener puts them together. */
    @Test
    void neither_order_nor_repetition_changes_what_live_visits_add_up_to() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<Visit> visits = new ArrayList<>(RandomVisits.plain(random, 12));
            Progress expected = Progress.of(visits);
            Collections.shuffle(visits, random);
            Progress pieced = Progress.NONE;
            for (Visit visit : visits) {
                pieced = pieced.and(List.of(visit));
                if (random.nextBoolean()) {
                    pieced = pieced.and(List.of(visits.get(random.nextInt(visits.size()))));
                }
            }
            assertThat(pieced).as("seed %d", seed).isEqualTo(expected);
        }
    }
}
