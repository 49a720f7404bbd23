package vn.toso.api.month;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.toso.api.month.MonthResponse.Counts;
import vn.toso.domain.coverage.Cell;
import vn.toso.domain.coverage.CoverageOf;
import vn.toso.domain.coverage.Figures;
import vn.toso.domain.coverage.MonthOf.Answer;
import vn.toso.domain.coverage.MonthOf.AreaMonth;

/** Months as answers. */
@Component
final class MonthReplies {

    MonthResponse toResponse(Answer answer, long devicesNotSynced) {
        return new MonthResponse(
                answer.month().toString(),
                toArea(answer.area()),
                answer.children().stream().map(MonthReplies::toArea).toList(),
                answer.tree() == CoverageOf.Tree.THEN ? MonthResponse.Tree.then : MonthResponse.Tree.now,
                answer.frozenAt(),
                answer.asOf(),
                devicesNotSynced);
    }

    private static MonthResponse.Area toArea(AreaMonth month) {
        Set<String> codes = new TreeSet<>();
        for (Figures figures : List.of(month.opening(), month.closing(), month.late(), month.carried())) {
            codes.addAll(figures.services().keySet());
        }
        return new MonthResponse.Area(
                month.area(),
                month.name(),
                month.former(),
                month.level(),
                month.hamlets(),
                month.frozenHamlets(),
                new MonthResponse.Households(
                        month.closing().registered(),
                        month.closing().visited(),
                        month.late().registered(),
                        month.late().visited()),
                codes.stream().map(code -> toService(month, code)).toList());
    }

    private static MonthResponse.Service toService(AreaMonth month, String code) {
        long before = month.opening().cell(code).achieved();
        Cell closing = month.closing().cell(code);
        return new MonthResponse.Service(
                code,
                closing.eligible(),
                before,
                closing.achieved(),
                closing.achieved() - before,
                toCounts(month.late().cell(code)),
                toCounts(month.carried().cell(code)));
    }

    private static Counts toCounts(Cell cell) {
        return new Counts(cell.eligible(), cell.reached(), cell.achieved(), cell.refused(), cell.blocked());
    }
}
