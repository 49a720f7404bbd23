package vn.toso.domain.sync;

import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.problem.Problem;

/**
 * What was carried out.
 *
 * @param document as stored after it
 * @param conflict names the fields in which the server's value stands; null when all was carried out
 */
public record Applied(Versioned<?> document, @Nullable Problem conflict) {

    static Applied wholly(Versioned<?> document) {
        return new Applied(document, null);
    }
}
