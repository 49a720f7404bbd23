package vn.toso.domain.change;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.toso.domain.access.Actor;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/**
 * A change to one document that never loses somebody else's: it is made to what was just read, and made anew when the
 * document changed meanwhile.
 *
 * @param <D> the document
 */
public final class Amendment<D extends Versioned<D>> {

    private static final long ATTEMPTS = 30;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final LoggedCollection<D> documents;

    public Amendment(LoggedCollection<D> documents) {
        this.documents = documents;
    }

    /**
     * Emits the document as stored: the next version, or the present one when {@code change} changes nothing.
     *
     * @param current reads the document within the actor's scope, anew at each subscription; fails when there is none
     * @param expected the version that the caller saw, or null to change whatever is there; another version fails with
     *     {@code version-mismatch}
     * @param change decides; throws a {@link Problem} to refuse
     */
    public Mono<D> make(Actor by, Mono<D> current, @Nullable Long expected, UnaryOperator<D> change) {
        return current.flatMap(found -> attempt(by, found, expected, change))
                .retryWhen(Retry.backoff(ATTEMPTS, SHORTEST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .filter(StaleVersion.class::isInstance)
                        .onRetryExhaustedThrow((spec, signal) -> Problem.of(ProblemCode.CONFLICT, "conflict.busy")));
    }

    private Mono<D> attempt(Actor by, D found, @Nullable Long expected, UnaryOperator<D> change) {
        if (expected != null && found.revision().version() != expected) {
            return Mono.error(() -> Problem.of(ProblemCode.VERSION_MISMATCH, "version-mismatch"));
        }
        D changed = change.apply(found);
        return changed.equals(found) ? documents.ensureLogged(found) : replace(by, found, changed);
    }

    /** A version that took the document out of a hamlet must be in the log before another version hides that. */
    private Mono<D> replace(Actor by, D found, D changed) {
        return found.leftHamlet() == null
                ? documents.replace(by, changed)
                : documents.ensureLogged(found).then(documents.replace(by, changed));
    }
}
