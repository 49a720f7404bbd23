package vn.toso.domain.id;

import java.util.UUID;

/** Id of a breach of personal data. */
public record BreachId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static BreachId of(String text) {
        return new BreachId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
