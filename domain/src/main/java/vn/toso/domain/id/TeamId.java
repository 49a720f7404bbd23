package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one team; ours, never an official or personal number. */
public record TeamId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static TeamId of(String text) {
        return new TeamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
