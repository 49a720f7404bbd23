package vn.toso.domain.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;

/**
 * A running node: it keeps a stream of the change log, follows the log, and takes its part of the work that comes back.
 * Nodes are alike; any number of them runs on one database.
 */
public final class Node {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    /** A node may freeze between a document's time stamp and its write, wake, write, and die before the entry. */
    private static final Duration MARGIN_OF_START = Duration.ofMinutes(15);

    private static final Duration BETWEEN_RETENTIONS = Duration.ofHours(1);

    private final ChangeLog log;
    private final LocalFollower local;
    private final List<ChangeFollower> followers;
    private final List<Loop> loops = new ArrayList<>();

    /**
     * @param followers of listeners that run on one node at a time
     * @param local listeners that hear on every node of all that is appended from its start on, for what it keeps in
     *     memory
     * @param works what comes back, beside the log's own sweep and retention
     */
    public Node(
            Store store,
            ChangeLog log,
            List<ChangeFollower> followers,
            List<ChangeListener> local,
            List<ScheduledWork> works) {
        this.log = log;
        this.followers = List.copyOf(followers);
        this.local = new LocalFollower(log, local);
        LogSettings settings = log.settings();
        ChangeSweep sweep = new ChangeSweep(store, log);
        loops.add(repeated("renewal of the stream's lease", settings.lease().dividedBy(3), log::renew));
        loops.add(repeated("looking for other nodes' changes", settings.poll(), log::look));
        loops.add(swept(sweep, settings));
        loops.add(repeatedByOne(new ScheduledWork("retention", BETWEEN_RETENTIONS, new Retention(store, log)::run)));
        works.forEach(work -> loops.add(repeatedByOne(work)));
    }

    /**
     * Completes when the node has a stream to append to and its local listeners hear of every change to come. What they
     * keep in memory is to be loaded after that.
     */
    public Mono<Void> start() {
        return log.createIndexes().then(log.open()).then(local.start()).doOnSuccess(done -> {
            loops.forEach(Loop::start);
            followers.forEach(ChangeFollower::start);
        });
    }

    /** Completes when what is under way is done and other nodes may take over. To be called when requests have ended. */
    public Mono<Void> close() {
        return Flux.fromIterable(followers)
                .map(ChangeFollower::close)
                .concatWith(Flux.fromIterable(loops).map(Loop::close))
                .concatWithValues(local.close())
                .flatMap(Node::quietly)
                .then(quietly(log.release()));
    }

    private static Mono<Void> quietly(Mono<Void> closing) {
        return closing.onErrorResume(failure -> {
            LOG.warn("Closing the node went on without a part that failed", failure);
            return Mono.empty();
        });
    }

    private Loop swept(ChangeSweep sweep, LogSettings settings) {
        ScheduledWork later = new ScheduledWork(
                "sweep", settings.sweep(), () -> sweep.run(settings.clocks()).then());
        Supplier<Mono<Void>> underLease = underLease(later);
        AtomicBoolean starting = new AtomicBoolean(true);
        return repeated(
                later.name(),
                later.every(),
                () -> starting.getAndSet(false)
                        ? sweep.run(settings.clocks().plus(MARGIN_OF_START)).then()
                        : underLease.get());
    }

    private Loop repeatedByOne(ScheduledWork work) {
        return repeated(work.name(), work.every(), underLease(work));
    }

    /** The lease outlasts the pause, so that it stays with one node. */
    private Supplier<Mono<Void>> underLease(ScheduledWork work) {
        Lease lease = log.lease("work:" + work.name(), work.every().multipliedBy(2));
        return () ->
                lease.take().filter(held -> held).flatMap(held -> work.run().get());
    }

    private static Loop repeated(String name, Duration every, Supplier<Mono<Void>> work) {
        Supplier<Mono<Publisher<?>>> step = () -> work.get().thenReturn(Mono.delay(every));
        return new Loop(name, step);
    }
}
