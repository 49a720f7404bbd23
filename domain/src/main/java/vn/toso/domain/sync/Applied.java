package vn.toso.domain.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.household.Merged;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

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

    static Applied of(Merged merged) {
        List<FieldError> changed = merged.conflicts().stream()
                .map(field -> FieldError.of("/" + field, "changed"))
                .toList();
        Problem conflict =
                changed.isEmpty() ? null : Problem.of(ProblemCode.CONFLICT, "conflict.fields-changed", changed);
        return new Applied(merged.household(), conflict);
    }
}
