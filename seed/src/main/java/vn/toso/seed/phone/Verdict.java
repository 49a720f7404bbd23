package vn.toso.seed.phone;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the server made of a mutation.
 *
 * @param version of the document afterwards; null where nothing was applied
 * @param current the server's document, where it differs from what the phone wanted
 * @param problem why not, where something was not applied
 */
public record Verdict(
        Mutation mutation,
        Outcome outcome,
        @Nullable Long version,
        @Nullable JsonNode current,
        @Nullable JsonNode problem) {

    /** The words of the protocol. */
    public enum Outcome {
        APPLIED,
        /** A repeat of what was applied: as good as applied. */
        ALREADY_APPLIED,
        /** Somebody else changed the same field: the server's value stands, the user is shown both. */
        CONFLICT,
        /** Cannot be applied as it is; kept on the server for the hamlet's leader. */
        REJECTED,
        /** For a hamlet that is not the member's any more; kept on the server for that hamlet's leader. */
        QUARANTINED;

        static Outcome of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    static Verdict of(Mutation mutation, JsonNode result) {
        JsonNode version = present(result.get("version"));
        return new Verdict(
                mutation,
                Outcome.of(result.get("outcome").asString()),
                version == null ? null : version.asLong(),
                present(result.get("current")),
                present(result.get("problem")));
    }

    /** Whether the user has to hear of it. */
    public boolean needsAttention() {
        return outcome != Outcome.APPLIED && outcome != Outcome.ALREADY_APPLIED;
    }

    private static @Nullable JsonNode present(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }
}
