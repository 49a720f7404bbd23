package vn.toso.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.household.Classification.TRADER;
import static vn.toso.domain.world.AreaBuilder.aCommune;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Area;
import vn.toso.domain.report.OpenCoverage.Answer;
import vn.toso.domain.report.OpenCoverage.Count;
import vn.toso.domain.report.OpenCoverage.Row;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenCoverageTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate IN_OCTOBER = LocalDate.of(2026, 10, 31);
    private static final LocalDate IN_NOVEMBER = LocalDate.of(2026, 11, 1);

    /** Has no hamlets as yet. */
    private static final Area EMPTY = aCommune("Châu Lộc").under(OVERSIGHT.id()).build();

    private WorkingWorld world;
    private OpenCoverage open;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("OpenCoverage", TestWorld.CLOCK);
        open = new OpenCoverage(world.coverages, world.people.trees, world.people.catalogues, world.clock);
        world.put(world.people.areas.collection(), List.of(EMPTY));
        await(world.people.trees.refresh());
        List<HouseholdBuilder> homes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Area hamlet = i % 2 == 0 ? XOM_1 : XOM_5_VAN_LOI;
            HouseholdBuilder home = aHousehold("Minh Hợp " + i).in(hamlet).since(LocalDate.of(2026, 8, 1));
            homes.add(i < 10 ? home.achieved("PAY_BILL", IN_OCTOBER) : home);
        }
        homes.get(19).achieved("PAY_BILL", IN_NOVEMBER);
        for (int i = 0; i < 8; i++) {
            HouseholdBuilder home = aHousehold("Tam Hợp " + i).in(XOM_DONG).since(LocalDate.of(2026, 10, 1));
            homes.add(i < 2 ? home.achieved("PAY_BILL", IN_OCTOBER) : home);
        }
        List.of(0, 1, 20, 21).forEach(i -> homes.get(i).classified(TRADER));
        world.people.put(homes.toArray(HouseholdBuilder[]::new));
        world.settle();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private List<Row> rows(YearMonth month, String service) {
        return await(open.of(month)).rows().stream()
                .filter(row -> row.service().equals(service))
                .toList();
    }

    private static Count shown(long number) {
        return new Count(number, false);
    }

    private static Count hidden(boolean small) {
        return new Count(null, small);
    }

    private static Row row(String service, Area area, Count eligible, Count achieved) {
        String name = area.equals(PROVINCE) ? null : area.fullName();
        return new Row(service, PROVINCE.fullName(), area.code(), name, eligible, achieved);
    }

    @Test
    void a_small_count_is_hidden_and_with_it_the_one_that_would_give_it_away() {
        assertThat(rows(OCTOBER, "PAY_BILL"))
                .containsExactly(
                        row("PAY_BILL", MINH_HOP, shown(20), hidden(false)),
                        row("PAY_BILL", TAM_HOP, shown(8), hidden(true)),
                        row("PAY_BILL", PROVINCE, shown(28), shown(12)));
    }

    @Test
    void a_sum_below_five_is_not_shown_though_no_area_can_be_told_from_it() {
        assertThat(rows(OCTOBER, "PAY_QR"))
                .containsExactly(
                        row("PAY_QR", MINH_HOP, hidden(true), hidden(true)),
                        row("PAY_QR", TAM_HOP, hidden(true), hidden(true)),
                        row("PAY_QR", PROVINCE, hidden(true), hidden(true)));
    }

    @Test
    void nobody_eligible_is_hidden_like_few_with_what_would_give_it_away() {
        assertThat(rows(YearMonth.of(2026, 9), "PAY_BILL"))
                .containsExactly(
                        row("PAY_BILL", MINH_HOP, hidden(false), hidden(true)),
                        row("PAY_BILL", TAM_HOP, hidden(true), hidden(true)),
                        row("PAY_BILL", PROVINCE, shown(20), hidden(true)));
    }

    @Test
    void a_commune_of_which_nothing_is_counted_is_left_out_and_never_zero() {
        assertThat(await(open.of(OCTOBER)).rows()).extracting(Row::area).doesNotContain(EMPTY.fullName());
        assertThat(await(open.of(YearMonth.of(2019, 12))).rows()).isEmpty();
    }

    @Test
    void the_answer_is_of_the_last_day_of_the_month_and_of_services_that_people_take_up() {
        Answer answer = await(open.of(OCTOBER));

        assertThat(answer.month()).isEqualTo(OCTOBER);
        assertThat(answer.asOf()).isEqualTo(IN_OCTOBER);
        assertThat(answer.rows())
                .extracting(Row::service)
                .contains("PAY_BILL", "SAFE", "PAY_FEES")
                .doesNotContain("MEETING");
    }

    @Test
    void without_a_month_it_is_the_last_one_that_is_over() {
        assertThat(open.month(null)).isEqualTo(OCTOBER);
        assertThat(open.month("2026-10")).isEqualTo(OCTOBER);
        assertThat(open.month("2025-02")).isEqualTo(YearMonth.of(2025, 2));
    }

    @Test
    void a_month_that_is_not_over_tells_nobody_anything() {
        assertThat(errorsOf(asked("2026-11"))).containsExactly("/month in-the-future");
        assertThat(errorsOf(asked("2027-01"))).containsExactly("/month in-the-future");
    }

    @Test
    void what_is_no_month_is_refused() {
        for (String text : List.of("", "2026", "2026-13", "2026-00", "2026-1", "1999-01", "2026-10-31", " 2026-10")) {
            assertThat(errorsOf(asked(text))).as(text).containsExactly("/month month");
        }
    }

    private Mono<YearMonth> asked(String text) {
        return Mono.fromSupplier(() -> open.month(text));
    }
}
