package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one area; ours, never an official or personal number. */
public record AreaId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static AreaId of(String text) {
        return new AreaId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
