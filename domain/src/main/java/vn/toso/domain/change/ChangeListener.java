package vn.toso.domain.change;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Something that follows from changes: the state of households, coverage, notices. It gets changes in batches, each at
 * least once and perhaps on two nodes at the same time, so handling one twice must change nothing.
 */
public interface ChangeListener {

    /** Names the listener's stored cursor; never changed once released. */
    String name();

    /** Completes when everything that follows from the batch is written; an error makes the batch come again. */
    Mono<Void> handle(List<Change> changes);

    /**
     * The log forgot changes before the listener heard of them. Completes when whatever it keeps in memory is read anew;
     * nothing to do for who keeps nothing.
     */
    default Mono<Void> startOver() {
        return Mono.empty();
    }
}
