package vn.toso.domain.sync;

import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.MutationId;

/**
 * What became of a mutation, for when it comes again.
 *
 * @param digest of its content
 * @param verdict how it was answered first, never {@code ALREADY_APPLIED}
 * @param version of the document after it; null unless it was carried out
 * @param problem why not, or not wholly; else null
 * @param body what the loser of a conflict sent, but for numbers that are never kept; null for all others, which are applied, or kept in the quarantine
 * @param receivedAt the server's time
 */
public record Receipt(
        @BsonId MutationId id,
        MemberId member,
        UUID device,
        String kind,
        long digest,
        Verdict verdict,
        @Nullable Long version,
        @Nullable Refusal problem,
        @Nullable String body,
        Instant receivedAt) {}
