package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one visit; ours, never an official or personal number. */
public record VisitId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static VisitId of(String text) {
        return new VisitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
