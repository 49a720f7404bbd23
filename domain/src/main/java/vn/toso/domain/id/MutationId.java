package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one piece of work that a phone sends; made by the phone. */
public record MutationId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static MutationId of(String text) {
        return new MutationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
