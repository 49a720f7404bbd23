package vn.toso.domain.id;

import java.util.UUID;

/** Id of a request about somebody's own data. */
public record SubjectRequestId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static SubjectRequestId of(String text) {
        return new SubjectRequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
