package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one resident; ours, never an official or personal number. */
public record ResidentId(UUID value) implements Id {

    /** Stands where somebody isn't named: who didn't consent to it, or was erased. What is counted stays counted. */
    public static final ResidentId NOBODY = new ResidentId(new UUID(0, 0));

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static ResidentId of(String text) {
        return new ResidentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
