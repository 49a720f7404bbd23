package vn.toso.domain.area;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.text.Vietnamese;

/**
 * All areas as they were read at one moment, with the tree of every day. Immutable; every answer is a walk in memory.
 */
public final class AreaTree {

    public static final AreaTree EMPTY = new AreaTree(List.of());

    private record Placed(Area area, String key) {
        static final Comparator<Placed> ORDER =
                comparing((Placed placed) -> placed.area().level()).thenComparing(Placed::key);
    }

    private final Map<AreaId, Area> areas = new LinkedHashMap<>();
    private final Map<AreaId, List<Area>> everBelow = new HashMap<>();

    public AreaTree(Collection<Area> all) {
        all.stream()
                .map(area -> new Placed(area, Vietnamese.placeKey(area.name()) + area.id()))
                .sorted(Placed.ORDER)
                .forEach(placed -> areas.put(placed.area().id(), placed.area()));
        for (Area area : areas.values()) {
            area.parents().stream()
                    .map(ParentEdge::areaId)
                    .distinct()
                    .forEach(parent -> everBelow
                            .computeIfAbsent(parent, none -> new ArrayList<>())
                            .add(area));
        }
    }

    public Optional<Area> find(AreaId id) {
        return Optional.ofNullable(areas.get(id));
    }

    /** Every area there is or was, in the order of lists: by level from the province down, then by name. */
    public Collection<Area> all() {
        return areas.values();
    }

    /** The areas right below one on a day, in the order of lists. */
    public List<Area> children(AreaId parent, LocalDate day) {
        return everBelow.getOrDefault(parent, List.of()).stream()
                .filter(child -> isBelow(child, parent, day))
                .toList();
    }

    /** An area that stands on the day, and everything below it. */
    public List<Area> subtree(AreaId top, LocalDate day) {
        List<Area> found = new ArrayList<>();
        Deque<Area> open = new ArrayDeque<>();
        find(top).filter(area -> area.existsOn(day)).ifPresent(open::add);
        while (!open.isEmpty()) {
            Area next = open.removeFirst();
            found.add(next);
            open.addAll(children(next.id(), day));
        }
        return found;
    }

    /** The hamlets under an area on a day; the hamlet itself for a hamlet that stands. */
    public List<Area> hamletsUnder(AreaId area, LocalDate day) {
        return subtree(area, day).stream()
                .filter(below -> below.level() == AreaLevel.HAMLET)
                .toList();
    }

    /** The areas above one on a day, the nearest first; empty for a province and for what had no place that day. */
    public List<Area> pathOf(AreaId id, LocalDate day) {
        List<Area> path = new ArrayList<>();
        Optional<Area> next = parentOf(id, day);
        while (next.isPresent() && path.size() < AreaLevel.values().length) {
            path.add(next.get());
            next = parentOf(next.get().id(), day);
        }
        return List.copyOf(path);
    }

    /** The commune of a hamlet on a day. */
    public Optional<Area> communeOf(AreaId hamlet, LocalDate day) {
        return pathOf(hamlet, day).stream()
                .filter(above -> above.level() == AreaLevel.COMMUNE)
                .findFirst();
    }

    /**
     * The former commune that tells a hamlet of a merged commune apart from others of its name: where it stood just
     * before it came to its commune of that day; empty when it stood nowhere else.
     */
    public Optional<Area> formerCommuneOf(AreaId hamlet, LocalDate day) {
        return find(hamlet).flatMap(area -> edgeBefore(area, day)).flatMap(edge -> find(edge.areaId()));
    }

    /** How many areas of each level and type stand on a day; oversight areas ({@code KHU_VUC}) among them. */
    public Map<AreaLevel, Map<AreaType, Long>> counts(LocalDate day) {
        return areas.values().stream()
                .filter(area -> area.existsOn(day))
                .collect(groupingBy(
                        Area::level, () -> new EnumMap<>(AreaLevel.class), groupingBy(Area::type, counting())));
    }

    /** The areas on top of the tree of a day: the provinces. */
    public List<Area> roots(LocalDate day) {
        return areas.values().stream()
                .filter(area -> area.level() == AreaLevel.PROVINCE && area.existsOn(day))
                .toList();
    }

    private Optional<Area> parentOf(AreaId id, LocalDate day) {
        return find(id).filter(area -> area.existsOn(day))
                .flatMap(area -> area.parentOn(day))
                .flatMap(this::find);
    }

    private static boolean isBelow(Area child, AreaId parent, LocalDate day) {
        return child.existsOn(day) && child.parentOn(day).filter(parent::equals).isPresent();
    }

    private static Optional<ParentEdge> edgeBefore(Area area, LocalDate day) {
        return area.parents().stream()
                .filter(edge -> edge.holdsOn(day))
                .findFirst()
                .flatMap(now -> area.parents().stream()
                        .filter(edge -> edge.from().isBefore(now.from()))
                        .filter(edge -> !edge.areaId().equals(now.areaId()))
                        .max(comparing(ParentEdge::from)));
    }
}
