package vn.toso.domain.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.toso.domain.change.Cursor;
import vn.toso.domain.storage.Stamp;
import vn.toso.domain.sync.Digest.Sum;
import vn.toso.domain.visit.Visits;

/**
 * The households and visits of one hamlet in memory: no more of each than its version.
 *
 * @param households version by id
 * @param visits what a digest needs of them, by id
 * @param upTo the position in the change log up to which it is right
 */
record Inventory(Map<UUID, Long> households, Map<UUID, Seen> visits, Cursor upTo) {

    record Seen(long version, Instant occurredAt) {}

    static Inventory of(Collection<Stamp> households, Collection<Visits.Stamped> visits, Cursor upTo) {
        return new Inventory(Map.of(), Map.of(), upTo).with(households, visits, upTo);
    }

    /** The same with these in the place of what was known of them. */
    Inventory with(Collection<Stamp> someHouseholds, Collection<Visits.Stamped> someVisits, Cursor now) {
        Map<UUID, Long> nextHouseholds = new HashMap<>(households);
        someHouseholds.forEach(
                stamp -> nextHouseholds.put(stamp.id(), stamp.revision().version()));
        Map<UUID, Seen> nextVisits = new HashMap<>(visits);
        someVisits.forEach(
                stamp -> nextVisits.put(stamp.id(), new Seen(stamp.revision().version(), stamp.occurredAt())));
        return new Inventory(nextHouseholds, nextVisits, now);
    }

    /** The same without what is known of these. */
    Inventory without(Collection<UUID> ids) {
        Map<UUID, Long> nextHouseholds = new HashMap<>(households);
        nextHouseholds.keySet().removeAll(ids);
        Map<UUID, Seen> nextVisits = new HashMap<>(visits);
        nextVisits.keySet().removeAll(ids);
        return new Inventory(nextHouseholds, nextVisits, upTo);
    }

    Inventory upTo(Cursor now) {
        return new Inventory(households, visits, now);
    }

    Sum sumOfHouseholds() {
        Sum sum = Sum.NONE;
        for (Map.Entry<UUID, Long> household : households.entrySet()) {
            sum = sum.plus(household.getKey(), household.getValue());
        }
        return sum;
    }

    Sum sumOfVisits(Instant since) {
        Sum sum = Sum.NONE;
        for (Map.Entry<UUID, Seen> visit : visits.entrySet()) {
            if (!visit.getValue().occurredAt().isBefore(since)) {
                sum = sum.plus(visit.getKey(), visit.getValue().version());
            }
        }
        return sum;
    }
}
