package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one task; ours, never an official or personal number. */
public record TaskId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static TaskId of(String text) {
        return new TaskId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
