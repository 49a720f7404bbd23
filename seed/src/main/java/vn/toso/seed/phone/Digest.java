package vn.toso.seed.phone;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What there is, in a few bytes: for each hamlet and kind how many documents, and the sum of their {@link Checksum}s.
 *
 * @param sums by {@code hamlet/kind}; what has no documents is left out
 */
record Digest(Map<String, Sum> sums) {

    /** What a hamlet's digest is about. */
    private static final Set<String> KINDS = Set.of("household", "visit", "task");

    record Sum(long count, long checksum) {

        Sum plus(Sum other) {
            return new Sum(count + other.count, checksum + other.checksum);
        }
    }

    /** What the server says. */
    static Digest of(JsonNode answer) {
        Map<String, Sum> sums = new HashMap<>();
        for (JsonNode hamlet : answer.get("hamlets")) {
            String place = hamlet.get("hamletId").asString() + "/";
            for (JsonNode kind : hamlet.get("kinds")) {
                long checksum = Long.parseUnsignedLong(kind.get("checksum").asString(), 16);
                sums.put(
                        place + kind.get("kind").asString(),
                        new Sum(kind.get("count").asLong(), checksum));
            }
        }
        sums.values().removeIf(sum -> sum.count() == 0);
        return new Digest(sums);
    }

    /** What the phone has. */
    static Digest of(Collection<Document> documents) {
        Map<String, Sum> sums = new HashMap<>();
        for (Document document : documents) {
            if (KINDS.contains(document.kind())) {
                Sum one = new Sum(1, Checksum.of(document.id(), document.version()));
                sums.merge(document.hamlet() + "/" + document.kind(), one, Sum::plus);
            }
        }
        return new Digest(sums);
    }

    /** Since when visits are part of the server's digest. */
    static Instant visitsSince(JsonNode answer) {
        return OffsetDateTime.parse(answer.get("visitsSince").asString()).toInstant();
    }
}
