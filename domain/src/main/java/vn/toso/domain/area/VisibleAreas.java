package vn.toso.domain.area;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.text.Search;

/**
 * The areas that somebody may see. Units from the province down to the communes are public facts that everybody who signed
 * in may read; a hamlet is seen only within the scope.
 */
public final class VisibleAreas {

    /**
     * What to list.
     *
     * @param parent only areas right below this one; null for any
     * @param at the day whose tree is asked; null for today
     * @param search only areas with such a name
     * @param level only areas of this level; null for any
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public record Question(
            @Nullable AreaId parent,
            @Nullable LocalDate at,
            Search search,
            @Nullable AreaLevel level,
            int limit,
            @Nullable String after) {}

    private final AreaTrees trees;
    private final Clock clock;

    public VisibleAreas(AreaTrees trees, Clock clock) {
        this.trees = trees;
        this.clock = clock;
    }

    public static boolean isVisible(Actor actor, Area area) {
        return area.level() != AreaLevel.HAMLET || actor.scope().hasHamlet(area.id());
    }

    /** The area, standing or gone, or {@code not-found}. */
    public Area get(Actor actor, AreaId id) {
        actor.require(Permission.READ_AREAS);
        return find(actor, id).orElseThrow(() -> Problem.notFound("area"));
    }

    /** The areas of a day in the order of lists; with a search those with the exact accents first. */
    public Page<Area> list(Actor actor, Question question) {
        actor.require(Permission.READ_AREAS);
        PageToken.checkLimit(question.limit());
        List<Area> found = found(actor, question).toList();
        List<Area> rest = question.after() == null ? found : behind(found, question.after());
        List<Area> oneMore = rest.stream().limit(question.limit() + 1L).toList();
        return Page.of(oneMore, question.limit(), last -> PageToken.of(last.id()));
    }

    private Optional<Area> find(Actor actor, AreaId id) {
        return trees.current().find(id).filter(area -> isVisible(actor, area));
    }

    private Stream<Area> found(Actor actor, Question question) {
        LocalDate day = question.at() == null ? Days.today(clock) : question.at();
        AreaTree tree = trees.current();
        Stream<Area> candidates = question.parent() == null
                ? tree.all().stream().filter(area -> area.existsOn(day))
                : tree.children(question.parent(), day).stream();
        return candidates
                .filter(area -> question.level() == null || area.level() == question.level())
                .filter(area -> question.search().finds(area.words()))
                .filter(area -> isVisible(actor, area))
                .sorted(Comparator.comparing(area -> !question.search().findsExactly(area.words())));
    }

    private static List<Area> behind(List<Area> found, String token) {
        AreaId last = new AreaId(PageToken.uuid(PageToken.parts(token, 1).get(0)));
        List<AreaId> ids = found.stream().map(Area::id).toList();
        int index = ids.indexOf(last);
        if (index < 0) {
            throw PageToken.foreign();
        }
        return found.subList(index + 1, found.size());
    }
}
