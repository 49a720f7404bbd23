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
     * Like {@link #handle}, for changes that another node may have in hand as well, since it went silent in the middle of
     * them. Two conclusions from different documents must not both stand: who writes one document from others, in place of
     * the version that it read, writes it here also when it says the right thing already, so that what the other node
     * still sends finds another version. Nothing to do for who only adds.
     */
    default Mono<Void> handleContested(List<Change> changes) {
        return handle(changes);
    }

    /**
     * Changes may have passed the listener by on this node: another one handled them, or the log forgot them. Completes
     * when whatever it keeps in memory is read anew; nothing to do for who keeps nothing.
     */
    default Mono<Void> startOver() {
        return Mono.empty();
    }
}
