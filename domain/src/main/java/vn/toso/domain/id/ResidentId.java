package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one resident; ours, never an official or personal number. */
public record ResidentId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static ResidentId of(String text) {
        return new ResidentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
