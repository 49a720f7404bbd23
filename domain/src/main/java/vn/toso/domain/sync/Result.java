package vn.toso.domain.sync;

import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.problem.Problem;

/**
 * What a phone is told about one mutation.
 *
 * @param version of the document after it; null unless it was carried out
 * @param current the server's document, where there is a conflict and the sender may see it; else null
 * @param problem why it was not carried out, or not wholly; else null
 */
public record Result(
        MutationId id,
        Verdict verdict,
        @Nullable Long version,
        @Nullable Versioned<?> current,
        @Nullable Problem problem) {}
