package vn.toso.domain.export;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.Id;
import vn.toso.domain.service.ServiceState;

/** How the rows of one export name people and places. Not for use by two threads at once. */
final class Naming {

    /** @param commune of today; null for a hamlet that is gone */
    private record Place(@Nullable String hamlet, @Nullable String commune) {}

    private final AreaTree tree;
    private final LocalDate today;
    private final Pseudonyms pseudonyms;
    private final boolean personal;
    private final Map<AreaId, Place> places = new HashMap<>();

    Naming(AreaTree tree, LocalDate today, Pseudonyms pseudonyms, boolean personal) {
        this.tree = tree;
        this.today = today;
        this.pseudonyms = pseudonyms;
        this.personal = personal;
    }

    Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    boolean isPersonal() {
        return personal;
    }

    /** The id itself where people may be told apart by name, else its pseudonym. */
    @Nullable
    String id(@Nullable Id id) {
        if (id == null) {
            return null;
        }
        return personal ? id.value().toString() : pseudonyms.of(id.value());
    }

    String ids(Collection<? extends Id> ids) {
        return ids.stream().map(this::id).collect(Collectors.joining(";"));
    }

    @Nullable
    String hamlet(AreaId hamlet) {
        return place(hamlet).hamlet();
    }

    @Nullable
    String commune(AreaId hamlet) {
        return place(hamlet).commune();
    }

    private Place place(AreaId hamlet) {
        return places.computeIfAbsent(
                hamlet,
                id -> new Place(
                        tree.find(id).map(Area::fullName).orElse(null),
                        tree.communeOf(id, today).map(Area::fullName).orElse(null)));
    }

    /** {@code PAY_BILL=ACHIEVED;SAFE=REFUSED}, by code. */
    static String states(Map<String, ServiceState> states) {
        return pairs(new TreeMap<>(states), state -> state.outcome().name());
    }

    static <V> String pairs(Map<String, V> values, Function<V, Object> text) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + text.apply(entry.getValue()))
                .collect(Collectors.joining(";"));
    }
}
