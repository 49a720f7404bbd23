package vn.toso.domain.household;

import static vn.toso.domain.household.HouseholdColumn.HAMLET;
import static vn.toso.domain.household.HouseholdColumn.HEAD;
import static vn.toso.domain.household.HouseholdColumn.HOUSE;
import static vn.toso.domain.household.HouseholdColumn.NAME;
import static vn.toso.domain.household.HouseholdColumn.RELATION;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.table.Table;
import vn.toso.domain.table.Table.Line;

/** Which rows of a table are one household. */
final class HouseholdSheet {

    private final Table<HouseholdColumn> table;

    HouseholdSheet(Table<HouseholdColumn> table) {
        this.table = table;
        if (!table.has(HEAD) && !table.has(HOUSE) && !table.has(RELATION)) {
            throw Problem.of(ProblemCode.MALFORMED, "malformed.no-heads");
        }
    }

    /** The households in the order of the table. */
    List<SheetHousehold> households() {
        List<SheetHousehold> households = new ArrayList<>();
        List<Line<HouseholdColumn>> open = new ArrayList<>();
        String present = null;
        String hamlet = null;
        for (Line<HouseholdColumn> line : table.lines()) {
            String said = household(line);
            String where = said == null ? null : line.get(HAMLET);
            if ((begins(said, present) || (hamlet != null && begins(where, hamlet))) && !open.isEmpty()) {
                households.add(new SheetHousehold(table, List.copyOf(open)));
                open.clear();
            }
            present = said == null ? present : said;
            hamlet = where == null ? hamlet : where;
            open.add(line);
        }
        if (!open.isEmpty()) {
            households.add(new SheetHousehold(table, List.copyOf(open)));
        }
        return households;
    }

    /** What a row says about which household it belongs to; null for the one above. */
    private @Nullable String household(Line<HouseholdColumn> line) {
        if (table.has(HOUSE)) {
            return line.get(HOUSE);
        }
        if (table.has(HEAD)) {
            return table.has(NAME) ? line.get(HEAD) : "row " + line.number();
        }
        return SheetHousehold.isHead(line) ? "row " + line.number() : null;
    }

    private static boolean begins(@Nullable String said, @Nullable String present) {
        return said != null && !said.equals(present);
    }
}
