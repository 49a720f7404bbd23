package vn.toso.domain.change;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Positions.Position;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Store;

/**
 * Runs a listener on one node at a time, from where it stopped, wherever that was. Other nodes stand by and take over. A
 * change is handled at least once: a batch comes again when the node dies between handling it and noting that, and a
 * failing batch comes again until it succeeds.
 */
public final class ChangeFollower {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFollower.class);
    private static final Duration STAND_BY = Duration.ofSeconds(1);
    private static final Duration BETWEEN_NOTES = Duration.ofMillis(250);
    private static final Duration LONGEST_WITHOUT_NOTE = Duration.ofSeconds(3);

    private final ChangeLog log;
    private final ChangeListener listener;
    private final Positions positions;
    private final Lease lease;
    private final Loop loop;
    private volatile Instant asOfOthers = Instant.EPOCH;
    private volatile @Nullable Reading reading;
    private @Nullable Position noted;
    private long notedNanos;

    public ChangeFollower(Store store, ChangeLog log, ChangeListener listener) {
        this.log = log;
        this.listener = listener;
        this.positions = new Positions(store);
        this.lease = log.lease("listener:" + listener.name(), log.settings().lease());
        this.loop = new Loop("listener " + listener.name(), this::step);
    }

    /** Everything that was acknowledged before this moment is handled; some seconds late on a node that stands by. */
    public Instant asOf() {
        Reading current = reading;
        return current == null ? asOfOthers : current.position().asOf();
    }

    void start() {
        loop.start();
    }

    /** Completes when the batch under way is handled and noted, and another node may take over. */
    Mono<Void> close() {
        return loop.close().then(Mono.defer(this::note)).then(lease.release());
    }

    private Mono<Publisher<?>> step() {
        return lease.isHeld().flatMap(held -> held ? follow() : standBy());
    }

    private Mono<Publisher<?>> standBy() {
        reading = null;
        return positions
                .find(listener.name())
                .doOnNext(position -> asOfOthers = position.asOf())
                .thenReturn(Mono.delay(STAND_BY));
    }

    private Mono<Publisher<?>> follow() {
        Reading current = reading;
        return current == null ? resume().flatMap(this::next) : next(current);
    }

    private Mono<Publisher<?>> next(Reading current) {
        return current.step()
                .onErrorResume(ChangeFollower::isTooOld, tooOld -> startOver().thenReturn(Mono.empty()))
                .flatMap(rest -> noteIfDue(current).thenReturn(rest));
    }

    private Mono<Reading> resume() {
        return positions.find(listener.name()).switchIfEmpty(oldest()).map(this::readFrom);
    }

    /** What retention removed cannot be handled any more; waiting for it would help nobody. */
    private Mono<Reading> startOver() {
        LOG.error("{} was away for longer than the log is kept; it goes on with what is left", listener.name());
        return oldest().flatMap(position -> listener.startOver().then(Mono.fromSupplier(() -> readFrom(position))));
    }

    private Mono<Position> oldest() {
        return log.oldest().map(cursor -> new Position(cursor, Instant.EPOCH));
    }

    private Reading readFrom(Position position) {
        Reading resumed = new Reading(log, listener::handle, position);
        reading = resumed;
        noted = null;
        return resumed;
    }

    static boolean isTooOld(Throwable failure) {
        return failure instanceof Problem problem && problem.code() == ProblemCode.RESYNC_REQUIRED;
    }

    private Mono<Void> noteIfDue(Reading current) {
        boolean moved =
                noted == null || !noted.cursor().equals(current.position().cursor());
        Duration since = Duration.ofNanos(System.nanoTime() - notedNanos);
        Duration due = moved ? BETWEEN_NOTES : LONGEST_WITHOUT_NOTE;
        return noted == null || since.compareTo(due) >= 0 ? note() : Mono.empty();
    }

    private Mono<Void> note() {
        Reading current = reading;
        if (current == null) {
            return Mono.empty();
        }
        Position position = current.position();
        notedNanos = System.nanoTime();
        return positions.store(listener.name(), position).doOnSuccess(done -> noted = position);
    }
}
