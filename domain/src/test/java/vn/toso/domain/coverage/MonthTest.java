package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.PROVINCE;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.area.Days;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.coverage.MonthOf.AreaMonth;
import vn.toso.domain.household.Household;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.visit.RecordVisit;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

class MonthTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Months months;
    private List<Household> homes;
    private int made;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("Month", clock);
        months = new Months(world);
        at(2026, 9, 1);
        homes = world.people.put(
                aHousehold("Một").since(LocalDate.of(2026, 9, 1)),
                aHousehold("Hai").since(LocalDate.of(2026, 9, 1)),
                aHousehold("Ba").since(LocalDate.of(2026, 9, 1)),
                aHousehold("Xa").in(XOM_DONG).since(LocalDate.of(2026, 9, 1)));
        world.settle();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void at(int year, int month, int day) {
        clock.set(Days.startOf(LocalDate.of(year, month, day)).plusSeconds(3_600));
    }

    private static OffsetDateTime on(int month, int day) {
        return LocalDate.of(2026, month, day).atTime(19, 0).atZone(Days.ZONE).toOffsetDateTime();
    }

    /** A household that paid on that day and told so now. */
    private Visit paid(int home, int month, int day) {
        RecordVisit.Command command = aVisit("paid " + made++)
                .to(homes.get(home))
                .at(on(month, day))
                .did("PAY_BILL", Outcome.ACHIEVED)
                .asCommand();
        Visit visit = await(world.recordVisit.record(actor(LAN), command)).visit();
        world.settle();
        return visit;
    }

    private void freeze(YearMonth month) {
        await(months.freeze.freeze(actor(HOA), month, MINH_HOP.id()));
    }

    private AreaMonth month(YearMonth month) {
        return await(months.of.of(actor(HOA), month, MINH_HOP.id(), Tree.NOW)).area();
    }

    private static long achieved(Figures figures) {
        return figures.cell("PAY_BILL").achieved();
    }

    @Test
    void a_frozen_month_stays_and_what_comes_later_stands_apart() {
        at(2026, 10, 20);
        assertThat(paid(0, 10, 20).monthFrozenAt()).isNull();
        at(2026, 11, 3);
        freeze(OCTOBER);
        Instant frozenAt = clock.instant();
        at(2026, 11, 9);

        Visit late = paid(1, 10, 28);
        Visit own = paid(2, 11, 8);

        assertThat(late.monthFrozenAt()).isEqualTo(frozenAt);
        assertThat(own.monthFrozenAt()).isNull();
        AreaMonth october = month(OCTOBER);
        assertThat(achieved(october.closing())).isEqualTo(1);
        assertThat(achieved(october.late())).isEqualTo(1);
        AreaMonth november = month(NOVEMBER);
        assertThat(achieved(november.opening())).isEqualTo(2);
        assertThat(achieved(november.closing())).isEqualTo(3);
        assertThat(achieved(november.carried())).isEqualTo(1);
        assertThat(achieved(november.late())).isZero();
    }

    @Test
    void statements_in_a_row_add_up_to_what_is_known() {
        at(2026, 10, 20);
        paid(0, 10, 20);
        at(2026, 11, 3);
        freeze(OCTOBER);
        at(2026, 11, 9);
        paid(1, 10, 28);
        at(2026, 12, 4);
        freeze(NOVEMBER);
        at(2026, 12, 20);
        paid(2, 11, 30);

        assertThat(achieved(month(NOVEMBER).carried())).isEqualTo(1);
        assertThat(achieved(month(NOVEMBER).late())).isEqualTo(1);
        AreaMonth december = month(DECEMBER);
        assertThat(achieved(december.carried())).isEqualTo(1);
        assertThat(achieved(month(OCTOBER).closing())
                        + achieved(month(NOVEMBER).carried())
                        + gained(month(NOVEMBER))
                        + achieved(december.carried())
                        + gained(december))
                .isEqualTo(3);
    }

    private static long gained(AreaMonth month) {
        return achieved(month.closing()) - achieved(month.opening());
    }

    @Test
    void freezing_again_or_above_adds_only_what_was_not_frozen() {
        at(2026, 10, 20);
        paid(0, 10, 20);
        at(2026, 11, 3);
        freeze(OCTOBER);
        at(2026, 11, 9);
        paid(1, 10, 28);

        freeze(OCTOBER);
        await(months.freeze.freeze(actor(PROVINCE_ADMIN), OCTOBER, PROVINCE.id()));

        MonthOf.Answer province = await(months.of.of(actor(PROVINCE_ADMIN), OCTOBER, PROVINCE.id(), Tree.NOW));
        assertThat(province.area().hamlets()).isEqualTo(4);
        assertThat(province.area().frozenHamlets()).isEqualTo(4);
        assertThat(province.frozenAt()).isEqualTo(clock.instant());
        assertThat(achieved(province.area().closing())).isEqualTo(1);
        assertThat(achieved(province.area().late())).isEqualTo(1);
    }

    @Test
    void hamlets_in_which_nothing_is_known_are_frozen_too() {
        at(2026, 11, 3);
        freeze(OCTOBER);
        at(2026, 11, 9);
        world.people.put(aHousehold("Đăng ký muộn").since(LocalDate.of(2026, 10, 5)));
        world.settle();

        AreaMonth october = month(OCTOBER);

        assertThat(october.frozenHamlets()).isEqualTo(3);
        assertThat(october.closing().registered()).isEqualTo(3);
        assertThat(october.late().registered()).isEqualTo(1);
    }

    @Test
    void who_may_freeze_what_and_when() {
        at(2026, 11, 3);

        assertThat(errorsOf(months.freeze.freeze(actor(HOA), NOVEMBER, MINH_HOP.id())))
                .containsExactly("/month month-not-over");
        assertForbidden(months.freeze.freeze(actor(LAN), OCTOBER, XOM_1.id()));
        assertNotFound(months.freeze.freeze(actor(HOA), OCTOBER, TAM_HOP.id()));
        assertNotFound(months.of.of(actor(HOA), OCTOBER, TAM_HOP.id(), Tree.NOW));
        assertThat(errorsOf(months.of.of(actor(HOA), DECEMBER, MINH_HOP.id(), Tree.NOW)))
                .containsExactly("/month in-the-future");
    }
}
