package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one row of the service catalogue; follows from its code, so that every node and upgrade agrees on it. */
public record ServiceId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
