package vn.toso.domain.area;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.text.Vietnamese;

/**
 * The hamlets under an area by what people call them: {@code Xóm 5}, {@code xom 5}, {@code 5}; where two share a name, also
 * by their former commune: {@code Xóm 5 (Văn Lợi)}.
 */
public final class HamletNames {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private final Map<String, Set<AreaId>> hamlets = new HashMap<>();

    private final Area top;

    private HamletNames(Area top) {
        this.top = top;
    }

    /**
     * Those of the actor's scope that stand on the day. {@code not-found}: the area is out of scope; {@code invalid}: it is
     * above communes, where names say too little.
     */
    public static HamletNames under(Actor actor, AreaTree tree, AreaId area, LocalDate day) {
        Area top = tree.find(area)
                .filter(found -> actor.scope().hasArea(area) && found.existsOn(day))
                .orElseThrow(() -> Problem.notFound("area"));
        if (top.level() != AreaLevel.HAMLET && top.level() != AreaLevel.COMMUNE) {
            throw Problem.invalid("/area", "hamlet-or-commune");
        }
        HamletNames names = new HamletNames(top);
        for (Area hamlet : tree.hamletsUnder(area, day)) {
            if (actor.scope().hasHamlet(hamlet.id())) {
                names.add(hamlet.fullName(), hamlet.id());
                names.add(hamlet.name(), hamlet.id());
                tree.formerCommuneOf(hamlet.id(), day)
                        .ifPresent(former -> names.add(hamlet.fullName() + " " + former.name(), hamlet.id()));
            }
        }
        return names;
    }

    /** The area that they are under, or the hamlet itself. */
    public Area top() {
        return top;
    }

    /** The hamlets of that name: none, the one, or several that only their former communes tell apart. */
    public Set<AreaId> named(String name) {
        return hamlets.getOrDefault(key(name), Set.of());
    }

    private void add(String name, AreaId hamlet) {
        hamlets.computeIfAbsent(key(name), none -> new HashSet<>()).add(hamlet);
    }

    private static String key(String name) {
        return NO_WORD.matcher(Vietnamese.fold(name)).replaceAll(" ").strip();
    }
}
