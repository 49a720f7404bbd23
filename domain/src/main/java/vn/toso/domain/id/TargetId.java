package vn.toso.domain.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies one sourced figure; follows from what the figure is about, so that every node and upgrade agrees on it. */
public record TargetId(UUID value) implements Id {

    /**
     * @param kind {@code TARGET} or {@code BASELINE}
     */
    public static TargetId of(AreaId area, String service, String period, String kind) {
        String about = "target:" + area + ":" + service + ":" + period + ":" + kind;
        return new TargetId(UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
