package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one installation of the app on a phone, which made the id itself. */
public record DeviceId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static DeviceId of(String text) {
        return new DeviceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
