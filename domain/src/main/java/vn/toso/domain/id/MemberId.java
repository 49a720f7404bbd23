package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one member; ours, never an official or personal number. */
public record MemberId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static MemberId of(String text) {
        return new MemberId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
