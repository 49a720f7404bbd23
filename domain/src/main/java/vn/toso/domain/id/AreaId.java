package vn.toso.domain.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies one area; ours, never an official or personal number. */
public record AreaId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static AreaId of(String text) {
        return new AreaId(UUID.fromString(text));
    }

    /**
     * Follows from commune and name, so that two who add the same hamlet mean the same document.
     *
     * @param fullName with the word of its type
     */
    public static AreaId ofHamlet(AreaId commune, String fullName) {
        return following("hamlet:" + commune + ":" + fullName);
    }

    /** The one to take when this one is taken; follows from it. */
    public AreaId next() {
        return following("after:" + value);
    }

    private static AreaId following(String words) {
        return new AreaId(UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
