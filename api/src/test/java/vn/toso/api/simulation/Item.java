package vn.toso.api.simulation;

import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.toso.seed.phone.Mutation;
import vn.toso.seed.phone.Verdict;
import vn.toso.seed.phone.Verdict.Outcome;

/**
 * A piece of work that was done on a phone, and what became of it.
 *
 * @param phone whose
 * @param place among everything that was done on that phone
 * @param told what the phone was answered first
 * @param receipt null when the server has none
 * @param held what lies in the quarantine of it; null when nothing does
 */
record Item(
        UUID phone,
        int place,
        Verdict told,
        @Nullable Document receipt,
        @Nullable Document held) {

    Mutation mutation() {
        return told.mutation();
    }

    String kind() {
        return mutation().kind();
    }

    String text(String field) {
        return mutation().body().get(field).asString();
    }

    UUID id(String field) {
        return UUID.fromString(text(field));
    }

    boolean has(String field) {
        return mutation().body().has(field);
    }

    /** What the phone was told, a repeat being as good as the first time. */
    Outcome outcome() {
        return told.outcome() == Outcome.ALREADY_APPLIED ? Outcome.APPLIED : told.outcome();
    }

    boolean isAfter(Item other) {
        return phone.equals(other.phone) && place > other.place;
    }

    /** Whether the server says that all of it was carried out, for the phone or later by a leader. */
    boolean isApplied() {
        return receipt != null && receipt.getString("verdict").equals("APPLIED");
    }

    /** Whether some or all of it may have been carried out: a leader's node may have died before it said so. */
    boolean mayBeApplied() {
        return isApplied() || outcome() == Outcome.CONFLICT || held != null;
    }

    @Override
    public String toString() {
        return mutation() + " told " + told.outcome() + ", receipt " + receipt + ", held " + held;
    }
}
