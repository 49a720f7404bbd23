package vn.toso.api.rights;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Permission;

/**
 * How an operation of the API is tried.
 *
 * @param id for people; which operation of the OpenAPI document it is follows from the request
 * @param variant tells several ways to ask for one operation apart; empty for the usual one
 * @param more rows of the table that this variant needs besides those of the operation
 * @param places where it is tried
 * @param ask what is sent there; makes what it is sent to
 * @param allowed statuses that mean that it was let through
 * @param outside the status out of reach, where the table lets the role through
 * @param exception what holds instead of the table: null where the table holds. What makes an operation special is written
 *     beside it
 */
record Operation(
        String id,
        String variant,
        List<Permission> more,
        List<Place> places,
        BiFunction<Person, Place, Ask> ask,
        Set<Integer> allowed,
        int outside,
        BiFunction<Person, Place, @Nullable Integer> exception) {

    static Operation of(String id, List<Place> places, BiFunction<Person, Place, Ask> ask) {
        return new Operation(id, "", List.of(), places, ask, Set.of(200, 201, 204), 404, (who, place) -> null);
    }

    static Operation of(String id, Ask ask) {
        return of(id, List.of(Place.ANYWHERE), (who, place) -> ask);
    }

    Operation variant(String word, Permission... needed) {
        return new Operation(id, word, List.of(needed), places, ask, allowed, outside, exception);
    }

    /** Lists out of reach are empty, as they are for a place that isn't there. */
    Operation outsideIsEmpty() {
        return outside(200);
    }

    Operation outside(int status) {
        return new Operation(id, variant, more, places, ask, allowed, status, exception);
    }

    Operation orAllowed(int status) {
        return new Operation(id, variant, more, places, ask, Set.of(200, 201, 204, status), outside, exception);
    }

    Operation except(BiFunction<Person, Place, @Nullable Integer> instead) {
        return new Operation(id, variant, more, places, ask, allowed, outside, instead);
    }

    String name() {
        return variant.isEmpty() ? id : id + " (" + variant + ")";
    }
}
