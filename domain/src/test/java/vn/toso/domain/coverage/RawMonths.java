package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.coverage.FrozenMonth.Statement;
import vn.toso.domain.coverage.MonthOf.AreaMonth;
import vn.toso.domain.id.AreaId;

/** Freezes months, and remembers what the raw visits said at that moment: what must stand for good. */
final class RawMonths {

    private record HamletMonth(AreaId hamlet, YearMonth month) {}

    private final RandomWork work;
    private final Months months;
    private final Map<HamletMonth, Statement> frozen = new HashMap<>();

    RawMonths(RandomWork work, Months months) {
        this.work = work;
        this.months = months;
    }

    /** Freezes the month before, in every hamlet of the area that isn't frozen yet. */
    void freeze(AreaId area, LocalDate today) {
        work.settle();
        YearMonth month = YearMonth.from(today).minusMonths(1);
        RawFigures raw = new RawFigures(work);
        for (Area hamlet : tree().hamletsUnder(area, today)) {
            Statement now = statement(raw, hamlet.id(), month, month.atEndOfMonth());
            frozen.putIfAbsent(new HamletMonth(hamlet.id(), month), now);
        }
        await(months.freeze.freeze(actor(PROVINCE_ADMIN), month, area));
    }

    private Statement statement(RawFigures raw, AreaId hamlet, YearMonth month, LocalDate last) {
        Figures carried = frozen.keySet().stream()
                .filter(before ->
                        before.hamlet().equals(hamlet) && before.month().isBefore(month))
                .max((one, other) -> one.month().compareTo(other.month()))
                .map(before -> raw.of(hamlet, before.month().atEndOfMonth())
                        .minus(frozen.get(before).closing()))
                .orElse(Figures.NONE);
        return new Statement(raw.of(hamlet, month.atDay(1).minusDays(1)), raw.of(hamlet, last), carried);
    }

    /** Compares every month there was, at every level and in both trees. */
    void compare(RawFigures raw, LocalDate today, String what) {
        for (YearMonth month = YearMonth.of(2026, 10);
                !month.isAfter(YearMonth.from(today));
                month = month.plusMonths(1)) {
            LocalDate last = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
            for (Tree summedBy : Tree.values()) {
                LocalDate treeDay = summedBy == Tree.THEN ? last : today;
                for (Area area : tree().subtree(tree().roots(treeDay).get(0).id(), treeDay)) {
                    AreaMonth counted = await(months.of.of(actor(PROVINCE_ADMIN), month, area.id(), summedBy))
                            .area();
                    String where = "%s, %s in %s as %s".formatted(what, area.fullName(), month, summedBy);
                    compare(counted, raw, tree().hamletsUnder(area.id(), treeDay), month, last, where);
                }
            }
        }
    }

    private void compare(
            AreaMonth counted, RawFigures raw, List<Area> hamlets, YearMonth month, LocalDate last, String where) {
        Statement expected = Statement.NONE;
        Figures late = Figures.NONE;
        List<AreaId> kept = new ArrayList<>();
        for (Area hamlet : hamlets) {
            Statement now = statement(raw, hamlet.id(), month, last);
            Statement then = frozen.get(new HamletMonth(hamlet.id(), month));
            expected = expected.plus(then == null ? now : then);
            if (then != null) {
                kept.add(hamlet.id());
                late = late.plus(
                        now.closing().minus(now.opening()).minus(then.closing().minus(then.opening())));
            }
        }
        CoverageFromRawVisitsTest.compare(counted.opening(), expected.opening(), where + ", opening");
        CoverageFromRawVisitsTest.compare(counted.closing(), expected.closing(), where + ", closing");
        CoverageFromRawVisitsTest.compare(counted.carried(), expected.carried(), where + ", carried");
        CoverageFromRawVisitsTest.compare(counted.late(), late, where + ", late");
        assertThat(counted.frozenHamlets()).as(where).isEqualTo(kept.size());
    }

    private AreaTree tree() {
        return work.world.people.trees.current();
    }
}
