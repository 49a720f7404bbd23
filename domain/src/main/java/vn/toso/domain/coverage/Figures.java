package vn.toso.domain.coverage;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was counted at the end of a day, or the difference between two such counts, which may be negative.
 *
 * @param services cell by service code; a service without counts has no entry
 */
public record Figures(long registered, long visited, Map<String, Cell> services) {

    public static final Figures NONE = new Figures(0, 0, Map.of());

    static Figures of(@Nullable CoverageDay day) {
        return day == null ? NONE : new Figures(day.registered(), day.visited(), day.services());
    }

    /** Zero where there is no count. */
    public Cell cell(String service) {
        return services.getOrDefault(service, Cell.EMPTY);
    }

    Figures plus(Figures other) {
        Map<String, Cell> sum = new TreeMap<>(services);
        other.services.forEach((service, cell) -> sum.merge(service, cell, Cell::plus));
        return new Figures(registered + other.registered, visited + other.visited, sum);
    }

    /** How much more than the other; services in which both agree have no entry. */
    Figures minus(Figures other) {
        Set<String> codes = new TreeSet<>(services.keySet());
        codes.addAll(other.services.keySet());
        Map<String, Cell> difference = new TreeMap<>();
        for (String code : codes) {
            Cell cell = cell(code).minus(other.cell(code));
            if (!cell.equals(Cell.EMPTY)) {
                difference.put(code, cell);
            }
        }
        return new Figures(registered - other.registered, visited - other.visited, difference);
    }
}
