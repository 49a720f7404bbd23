package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.MERGER;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Area;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.coverage.CoverageTrend.Point;
import vn.toso.domain.coverage.CoverageTrend.Question;
import vn.toso.domain.coverage.CoverageTrend.Trend;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageTrendTest {

    private static final LocalDate JUNE = MERGER.minusDays(1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 31);

    private WorkingWorld world;
    private CoverageTrend trend;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("CoverageTrend", TestWorld.CLOCK);
        trend = new Months(world).trend;
        world.people.put(
                aHousehold("Một").in(XOM_1).achieved("PAY_BILL", LocalDate.of(2025, 6, 10)),
                aHousehold("Hai").in(XOM_5_VAN_LOI).achieved("PAY_BILL", LocalDate.of(2025, 6, 20)),
                aHousehold("Ba").in(XOM_5_VAN_LOI));
        world.settle();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Mono<Trend> asked(
            Area area, String service, @Nullable LocalDate from, @Nullable LocalDate to, TrendStep step, Tree tree) {
        return trend.of(actor(HOA), new Question(area.id(), service, from, to, step, tree));
    }

    private Mono<Trend> days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return asked(MINH_HOP, "PAY_BILL", from, to, TrendStep.DAY, Tree.NOW);
    }

    private List<Point> points(@Nullable LocalDate from, @Nullable LocalDate to, TrendStep step, Tree tree) {
        return await(asked(MINH_HOP, "PAY_BILL", from, to, step, tree)).points();
    }

    private static Point point(LocalDate day, long households, long achieved) {
        return new Point(day, new Cell(households, achieved, achieved, 0, 0), households, 0);
    }

    @Test
    void a_hamlet_counts_where_it_belonged_then_or_where_it_belongs_now() {
        assertThat(points(JUNE, JULY, TrendStep.MONTH, Tree.THEN))
                .containsExactly(point(JUNE, 1, 1), point(JULY, 3, 2));
        assertThat(points(JUNE, JULY, TrendStep.MONTH, Tree.NOW)).containsExactly(point(JUNE, 3, 2), point(JULY, 3, 2));
    }

    @Test
    void what_was_achieved_shows_from_its_day_on() {
        assertThat(points(LocalDate.of(2025, 6, 19), LocalDate.of(2025, 6, 20), TrendStep.DAY, Tree.NOW))
                .containsExactly(point(LocalDate.of(2025, 6, 19), 3, 1), point(LocalDate.of(2025, 6, 20), 3, 2));
    }

    @Test
    void without_days_a_trend_ends_today_and_begins_as_its_step_says() {
        assertThat(points(null, null, TrendStep.DAY, Tree.NOW))
                .hasSize(28)
                .startsWith(point(TODAY.minusDays(27), 3, 2))
                .endsWith(point(TODAY, 3, 2));
        assertThat(points(null, null, TrendStep.WEEK, Tree.NOW)).hasSize(12);
        assertThat(points(null, null, TrendStep.MONTH, Tree.NOW))
                .hasSize(12)
                .startsWith(point(LocalDate.of(2025, 12, 31), 3, 2));
    }

    @Test
    void a_day_before_anything_was_counted_reads_as_the_first_there_could_be() {
        LocalDate first = LocalDate.of(2000, 1, 1);

        assertThat(points(LocalDate.of(-999_999, 1, 1), LocalDate.MIN, TrendStep.DAY, Tree.NOW))
                .containsExactly(point(first, 0, 0));
        assertThat(points(LocalDate.MIN, TODAY, TrendStep.MONTH, Tree.NOW))
                .startsWith(point(LocalDate.of(2000, 1, 31), 0, 0));
    }

    @Test
    void more_points_than_a_year_of_days_are_refused() {
        int most = CoverageTrend.MOST_POINTS;

        assertThat(await(days(TODAY.minusDays(most - 1), TODAY)).points()).hasSize(most);
        assertThat(errorsOf(days(TODAY.minusDays(most), TODAY))).containsExactly("/from too-many-points");
    }

    @Test
    void days_to_come_or_in_the_wrong_order_make_no_trend() {
        assertThat(errorsOf(days(null, TODAY.plusDays(1)))).containsExactly("/to in-the-future");
        assertThat(errorsOf(days(TODAY, TODAY.minusDays(1)))).containsExactly("/to before-from");
    }

    @Test
    void a_trend_is_of_a_service_that_there_is_and_of_an_area_in_scope() {
        assertThat(errorsOf(asked(MINH_HOP, "DANCING", null, null, TrendStep.DAY, Tree.NOW)))
                .containsExactly("/service unknown-service");
        assertNotFound(asked(TAM_HOP, "PAY_BILL", null, null, TrendStep.DAY, Tree.NOW));
    }
}
