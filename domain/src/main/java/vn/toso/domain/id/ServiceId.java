package vn.toso.domain.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies one row of the service catalogue; follows from its code, so that every node and upgrade agrees on it. */
public record ServiceId(UUID value) implements Id {

    public static ServiceId ofCode(String code) {
        return new ServiceId(UUID.nameUUIDFromBytes(("service:" + code).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
