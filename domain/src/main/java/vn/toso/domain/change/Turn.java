package vn.toso.domain.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Lease.Tenure;
import vn.toso.domain.change.Positions.Position;

/**
 * One node's turn at a listener's work, as long as the lease stays with it. When the node before went silent, it may have
 * read changes up to the moment in which it had to ask for its lease again, which is less than a lease after this turn
 * began; until those are handled the work is contested.
 */
final class Turn {

    /** Another node has taken over between the reading of a batch and its handling. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Over() {
            super("another node has taken over", null, false, false);
        }
    }

    private final ChangeLog log;
    private final ChangeListener listener;
    private final Lease lease;
    private final @Nullable Tenure tenure;
    private final Reading reading;
    private boolean contested;
    private @Nullable Cursor contestedUpTo;

    Turn(ChangeLog log, ChangeListener listener, Lease lease, Position position) {
        this.log = log;
        this.listener = listener;
        this.lease = lease;
        this.tenure = lease.tenure();
        this.contested = tenure != null && tenure.contested();
        this.reading = new Reading(log, this::handle, position);
    }

    /** Whether no other node had the lease since this turn began. */
    boolean goesOn() {
        return tenure != null && tenure.equals(lease.tenure());
    }

    Reading reading() {
        return reading;
    }

    /** Asks for the lease after the changes were read: so none was read after another node had to reckon with that. */
    private Mono<Void> handle(List<Change> changes) {
        return lease.isHeld().flatMap(held -> held && goesOn() ? handleAlone(changes) : Mono.error(Over::new));
    }

    private Mono<Void> handleAlone(List<Change> changes) {
        return isContested() ? listener.handleContested(changes) : listener.handle(changes);
    }

    private boolean isContested() {
        if (contested && tenure != null) {
            boolean longEnough =
                    System.nanoTime() - tenure.since() > lease.length().toNanos();
            if (contestedUpTo == null && longEnough) {
                contestedUpTo = log.known().end();
            }
            contested = contestedUpTo == null || !reading.position().cursor().covers(contestedUpTo);
        }
        return contested;
    }
}
