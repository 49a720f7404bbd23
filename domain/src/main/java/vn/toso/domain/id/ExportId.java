package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one export that somebody took. */
public record ExportId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
