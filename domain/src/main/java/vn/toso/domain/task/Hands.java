package vn.toso.domain.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;

/** Who can be given work in a hamlet: an active member whose home it lies in, or a team of it or of an area above it. */
final class Hands {

    private final Members members;
    private final Teams teams;
    private final AreaTrees trees;
    private final Clock clock;

    Hands(Members members, Teams teams, AreaTrees trees, Clock clock) {
        this.members = members;
        this.teams = teams;
        this.trees = trees;
        this.clock = clock;
    }

    /**
     * Notes what is wrong with exactly one of both. A stranger, a suspended member and one of another hamlet look the
     * same to whoever asks.
     */
    Mono<FieldErrors> check(
            @Nullable MemberId assignee, @Nullable TeamId team, Collection<AreaId> hamlets, FieldErrors errors) {
        if (assignee != null && team != null) {
            errors.add("/teamId", "not-wanted");
            return Mono.just(errors);
        }
        if (team != null) {
            return isAbove(team, hamlets).map(fits -> noted(fits, "/teamId", "no-team-there", errors));
        }
        if (assignee != null) {
            return works(assignee, hamlets).map(fits -> noted(fits, "/assigneeId", "no-member-there", errors));
        }
        errors.add("/assigneeId", "required");
        return Mono.just(errors);
    }

    private Mono<Boolean> works(MemberId id, Collection<AreaId> hamlets) {
        return members.collection()
                .find(id)
                .filter(Member::isActive)
                .filter(member -> Permission.WORK_TASKS.isGivenTo(member.role()))
                .map(member -> coversAll(member.areas(), hamlets))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> isAbove(TeamId id, Collection<AreaId> hamlets) {
        return teams.collection()
                .find(id)
                .map(team -> coversAll(List.of(team.areaId()), hamlets))
                .defaultIfEmpty(false);
    }

    private boolean coversAll(Collection<AreaId> areas, Collection<AreaId> hamlets) {
        AreaTree tree = trees.current();
        LocalDate today = Days.today(clock);
        return hamlets.stream()
                .allMatch(hamlet -> areas.contains(hamlet)
                        || tree.pathOf(hamlet, today).stream().anyMatch(above -> areas.contains(above.id())));
    }

    private static FieldErrors noted(boolean holds, String pointer, String rule, FieldErrors errors) {
        errors.check(holds, pointer, rule);
        return errors;
    }
}
