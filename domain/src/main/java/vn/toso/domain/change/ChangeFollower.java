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
    private volatile @Nullable Turn turn;
    private @Nullable Position noted;
    private long notedNanos;

    public ChangeFollower(Store store, ChangeLog log, ChangeListener listener) {
        this.log = log;
        this.listener = listener;
        this.positions = new Positions(store);
        this.lease = log.lease("listener:" + listener.name(), log.settings().lease());
        this.loop = new Loop("listener " + listener.name(), this::step);
        log.registerFollower(listener.name());
    }

    /** Everything that was acknowledged before this moment is handled; some seconds late on a node that stands by. */
    public Instant asOf() {
        Turn current = turn;
        return current == null ? asOfOthers : current.reading().position().asOf();
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
        turn = null;
        return positions
                .find(listener.name())
                .doOnNext(position -> asOfOthers = position.asOf())
                .thenReturn(Mono.delay(STAND_BY));
    }

    private Mono<Publisher<?>> follow() {
        Turn current = turn;
        return (current != null && current.goesOn() ? next(current) : takeOver().flatMap(this::next))
                .onErrorResume(Turn.Over.class, over -> standBy());
    }

    private Mono<Publisher<?>> next(Turn current) {
        return current.reading()
                .step()
                .onErrorResume(ChangeFollower::isTooOld, tooOld -> skip().thenReturn(Mono.empty()))
                .flatMap(rest -> noteIfDue(current).thenReturn(rest));
    }

    private Mono<Turn> takeOver() {
        return positions.find(listener.name()).switchIfEmpty(oldest()).flatMap(this::startFrom);
    }

    /** What retention removed cannot be handled any more; waiting for it would help nobody. */
    private Mono<Turn> skip() {
        LOG.error("{} was away for longer than the log is kept; it goes on with what is left", listener.name());
        return oldest().flatMap(this::startFrom);
    }

    private Mono<Position> oldest() {
        return log.oldest().map(cursor -> new Position(cursor, Instant.EPOCH));
    }

    private Mono<Turn> startFrom(Position position) {
        return listener.startOver().then(Mono.fromSupplier(() -> {
            Turn begun = new Turn(log, listener, lease, position);
            turn = begun;
            noted = null;
            return begun;
        }));
    }

    static boolean isTooOld(Throwable failure) {
        return failure instanceof Problem problem && problem.code() == ProblemCode.RESYNC_REQUIRED;
    }

    private Mono<Void> noteIfDue(Turn current) {
        boolean moved = noted == null
                || !noted.cursor().equals(current.reading().position().cursor());
        Duration since = Duration.ofNanos(System.nanoTime() - notedNanos);
        Duration due = moved ? BETWEEN_NOTES : LONGEST_WITHOUT_NOTE;
        return noted == null || since.compareTo(due) >= 0 ? note() : Mono.empty();
    }

    private Mono<Void> note() {
        Turn current = turn;
        if (current == null) {
            return Mono.empty();
        }
        Position position = current.reading().position();
        notedNanos = System.nanoTime();
        return positions.store(listener.name(), position).doOnSuccess(done -> noted = position);
    }
}
