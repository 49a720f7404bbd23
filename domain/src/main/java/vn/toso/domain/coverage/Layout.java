package vn.toso.domain.coverage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.toso.domain.service.Catalogue;
import vn.toso.domain.service.Service;

/**
 * Where each number stands in an array of counts: four of the households, then five of each service. Adding arrays is what
 * makes a hamlet's recount take milliseconds.
 */
final class Layout {

    static final int REGISTERED = 0;
    static final int VISITED = 1;

    /** Households with an achievement that feeds a headline; kept of today alone. */
    static final int PAYING = 2;

    static final int SKILLED = 3;

    /** Positions within a service's cell. */
    static final int ELIGIBLE = 0;

    static final int REACHED = 1;
    static final int ACHIEVED = 2;
    static final int REFUSED = 3;
    static final int BLOCKED = 4;

    private static final int FIRST_CELL = 4;
    private static final int CELL = 5;

    private final Catalogue catalogue;
    private final List<Service> services;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> paying;
    private final Set<String> skilled;

    Layout(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.services = List.copyOf(catalogue.all());
        this.paying = feeding(services, "payment");
        this.skilled = feeding(services, "skill");
        for (int i = 0; i < services.size(); i++) {
            positions.put(services.get(i).code(), FIRST_CELL + i * CELL);
        }
    }

    private static Set<String> feeding(List<Service> services, String headline) {
        return services.stream()
                .filter(service -> headline.equals(service.headline()))
                .map(Service::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Codes of the services that show that a household pays without cash. */
    Set<String> paying() {
        return paying;
    }

    /** Codes of the services that show that somebody of a household has digital skills. */
    Set<String> skilled() {
        return skilled;
    }

    boolean isOf(Catalogue other) {
        return catalogue == other;
    }

    /** When the catalogue was last changed; the same on every node that read it as it is now. */
    Instant catalogueAt() {
        return catalogueAt(catalogue);
    }

    static Instant catalogueAt(Catalogue catalogue) {
        return catalogue.all().stream()
                .map(service -> service.revision().updatedAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** Every row of the catalogue, those no longer offered among them: what was done still counts. */
    List<Service> services() {
        return services;
    }

    int size() {
        return FIRST_CELL + services.size() * CELL;
    }

    int slot(Service service, int measure) {
        return position(service) + measure;
    }

    private int position(Service service) {
        return Objects.requireNonNull(positions.get(service.code()));
    }

    /** The cells of an array of counts; services without any count are left out. */
    Map<String, Cell> cells(long[] counts) {
        Map<String, Cell> cells = new TreeMap<>();
        for (Service service : services) {
            int at = position(service);
            Cell cell = new Cell(
                    counts[at + ELIGIBLE],
                    counts[at + REACHED],
                    counts[at + ACHIEVED],
                    counts[at + REFUSED],
                    counts[at + BLOCKED]);
            if (!cell.equals(Cell.EMPTY)) {
                cells.put(service.code(), cell);
            }
        }
        return cells;
    }

    /** Tells arrays of counts apart, across nodes, restarts and changes of the catalogue that change no count. */
    long mark(long[] counts) {
        long mark = 31 * counts[REGISTERED] + counts[VISITED];
        for (Service service : services) {
            int at = position(service);
            for (int i = 0; i < CELL; i++) {
                if (counts[at + i] != 0) {
                    long key = service.code().hashCode() * 31L + i;
                    // Spread (constants of SplitMix64), so that changes of two counts do not cancel each other out.
                    long mixed = (key * 0x9E3779B97F4A7C15L) ^ (counts[at + i] * 0xBF58476D1CE4E5B9L);
                    mark += (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL;
                }
            }
        }
        return mark;
    }
}
