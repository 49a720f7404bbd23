package vn.toso.notifications.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;

/** Who stands above hamlets, by today's tree: leaders of their communes, staff of the areas around them, the province. */
final class Superiors {

    private final Members members;
    private final AreaTrees trees;
    private final Clock clock;

    Superiors(Members members, AreaTrees trees, Clock clock) {
        this.members = members;
        this.trees = trees;
        this.clock = clock;
    }

    /** Reads everybody above these hamlets in one statement. */
    Mono<Hierarchy> above(Collection<AreaId> hamlets) {
        AreaTree tree = trees.current();
        LocalDate today = Days.today(clock);
        Set<AreaId> around = new HashSet<>();
        hamlets.forEach(hamlet -> tree.pathOf(hamlet, today).forEach(area -> around.add(area.id())));
        return members.activeOf(around)
                .filter(member -> member.role() != Role.TEAM_MEMBER)
                .collectList()
                .map(found -> new Hierarchy(tree, today, found));
    }

    /** Those above some hamlets, as they were read. */
    record Hierarchy(AreaTree tree, LocalDate day, List<Member> people) {

        /** A superior, and the area in which the hamlet is theirs. */
        record Superior(Member member, AreaId place) {}

        /** Those of a recipients' role above one hamlet. */
        List<Superior> of(Recipient recipient, AreaId hamlet) {
            List<Area> path = tree.pathOf(hamlet, day);
            List<Superior> found = new ArrayList<>();
            for (Member member : people) {
                if (member.role() == recipient.role()) {
                    path.stream()
                            .filter(area -> member.areas().contains(area.id()))
                            .findFirst()
                            .ifPresent(home -> found.add(new Superior(member, home.id())));
                }
            }
            return found;
        }

        /** The commune of a hamlet; the hamlet itself when it stands in none. */
        AreaId communeOf(AreaId hamlet) {
            return tree.pathOf(hamlet, day).stream()
                    .filter(area -> area.level() == AreaLevel.COMMUNE)
                    .findFirst()
                    .map(Area::id)
                    .orElse(hamlet);
        }
    }
}
