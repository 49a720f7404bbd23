package vn.toso.domain.visit;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.BlockReason;
import vn.toso.domain.service.Outcome;

/**
 * One thing done at the door.
 *
 * @param service code in the catalogue
 * @param residentId whom it concerned, {@link ResidentId#NOBODY} for a person who isn't named; null for household and hamlet
 *     services
 * @param step one of the service's steps; null for its last one
 * @param reason why it was blocked; null for every other outcome
 * @param attendance how many came, for a meeting; else null
 */
public record Activity(
        String service,
        @Nullable ResidentId residentId,
        Outcome outcome,
        @Nullable String step,
        @Nullable BlockReason reason,
        @Nullable Integer attendance,
        @Nullable String note) {

    /** The same for {@link ResidentId#NOBODY}, whoever it was for. */
    Activity anonymous() {
        return new Activity(service, ResidentId.NOBODY, outcome, step, reason, attendance, null);
    }

    Activity forgetting(ResidentId person, Predicate<String> tells) {
        if (person.equals(residentId)) {
            return anonymous();
        }
        return note == null || !tells.test(note)
                ? this
                : new Activity(service, residentId, outcome, step, reason, attendance, null);
    }
}
