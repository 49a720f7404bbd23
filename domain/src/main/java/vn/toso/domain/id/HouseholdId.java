package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one household; ours, never an official or personal number. */
public record HouseholdId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static HouseholdId of(String text) {
        return new HouseholdId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
