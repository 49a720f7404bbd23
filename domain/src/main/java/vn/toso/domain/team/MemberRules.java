package vn.toso.domain.team;

import static vn.toso.domain.area.AreaLevel.COMMUNE;
import static vn.toso.domain.area.AreaLevel.DISTRICT;
import static vn.toso.domain.area.AreaLevel.HAMLET;
import static vn.toso.domain.area.AreaLevel.PROVINCE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Who may make whom what, and where: never a role above one's own, never an area out of one's scope. */
final class MemberRules {

    private final AreaTrees trees;
    private final Clock clock;

    MemberRules(AreaTrees trees, Clock clock) {
        this.trees = trees;
        this.clock = clock;
    }

    /** Refuses with {@code forbidden} to act on somebody whose role stands above the actor's. */
    static void requireNotAbove(Actor actor, @Nullable Role role) {
        if (role != null && rank(role) > rank(actor.role())) {
            throw Problem.of(ProblemCode.FORBIDDEN, "forbidden.role-above");
        }
    }

    /**
     * Notes areas that are unknown to the actor, or of a level that the role has no business at.
     *
     * @param kept areas that the member has already: another leader may have given them
     */
    void checkAreas(Actor actor, MemberForm form, List<AreaId> kept, FieldErrors errors) {
        LocalDate today = Days.today(clock);
        for (int i = 0; i < form.areas().size(); i++) {
            AreaId id = form.areas().get(i);
            Optional<Area> area = trees.current().find(id).filter(found -> found.existsOn(today));
            boolean known = kept.contains(id) || actor.scope().hasArea(id);
            errors.check(known && area.isPresent(), "/areas/" + i, "unknown-area");
            boolean fits = area.map(found -> fits(form.role(), found.level())).orElse(true);
            errors.check(fits, "/areas/" + i, "level-of-role");
        }
    }

    private static boolean fits(@Nullable Role role, AreaLevel level) {
        return role == null || levelsOf(role).contains(level);
    }

    private static Set<AreaLevel> levelsOf(Role role) {
        return switch (role) {
            case TEAM_MEMBER -> EnumSet.of(HAMLET, COMMUNE);
            case COMMUNE_LEADER -> EnumSet.of(COMMUNE);
            case DISTRICT_STAFF -> EnumSet.of(DISTRICT, COMMUNE);
            case PROVINCE_ADMIN, DATA_OFFICER -> EnumSet.of(PROVINCE);
        };
    }

    private static int rank(Role role) {
        return switch (role) {
            case TEAM_MEMBER -> 0;
            case COMMUNE_LEADER -> 1;
            case DISTRICT_STAFF -> 2;
            case PROVINCE_ADMIN, DATA_OFFICER -> 3;
        };
    }
}
