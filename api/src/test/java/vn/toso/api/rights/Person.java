package vn.toso.api.rights;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import vn.toso.domain.access.Permission;
import vn.toso.domain.access.Reach;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;

/** Somebody who tries; signs in as {@code demo:<handle>}. */
record Person(String handle, Member member) {

    Role role() {
        return member.role();
    }

    boolean acts() {
        return member.status() == MemberStatus.ACTIVE;
    }

    /** The scope as the test knows it: the home and all below it. */
    Set<AreaId> scope() {
        return member.areas().stream()
                .flatMap(home -> RightsWorld.TREE.subtree(home, Days.of(Instant.now())).stream())
                .map(Area::id)
                .collect(Collectors.toSet());
    }

    /** What the table of rights says of a place. */
    boolean reaches(Permission row, Place place) {
        if (place.equals(Place.ANYWHERE)) {
            return true;
        }
        boolean within = place.isIn(scope());
        if (row.reach() == Reach.SCOPE || row.reach() == Reach.SCOPE_AND_OWN) {
            return within;
        }
        if (row.reach() == Reach.PLACES) {
            return within || (place.area() != null && place.level() != AreaLevel.HAMLET);
        }
        if (row.reach() == Reach.AROUND) {
            return within
                    || (place.area() != null
                            && member.areas().stream()
                                    .anyMatch(home -> new Place(
                                                    "",
                                                    RightsWorld.TREE.find(home).orElseThrow())
                                            .isBelow(place.area().id())));
        }
        return place.area() != null;
    }

    /** How the place lies to the home: for the count of what was tried. */
    String relationTo(Place place) {
        AreaId home = member.areas().get(0);
        if (place.area() == null) {
            return "nowhere";
        }
        if (place.area().id().equals(home)) {
            return "own";
        }
        if (place.isIn(scope())) {
            return "below";
        }
        Place here = new Place("", RightsWorld.TREE.find(home).orElseThrow());
        if (here.isBelow(place.area().id())) {
            return "parent";
        }
        boolean sibling = RightsWorld.TREE.pathOf(home, Days.of(Instant.now())).stream()
                .filter(above -> !above.id().equals(home))
                .findFirst()
                .filter(parent -> RightsWorld.TREE.children(parent.id(), Days.of(Instant.now())).stream()
                        .anyMatch(child -> child.id().equals(place.area().id())))
                .isPresent();
        return sibling ? "sibling" : "foreign";
    }
}
