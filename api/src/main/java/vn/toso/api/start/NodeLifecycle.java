package vn.toso.api.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Node;
import vn.toso.domain.storage.Loader;
import vn.toso.domain.storage.Store;

/**
 * Starts the node before the web server listens, and closes it after the web server has answered its last request: node,
 * loaders, memory; then requests; and backwards.
 */
final class NodeLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLifecycle.class);

    /** Below the half minute that a process manager gives us. */
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(15);

    private final Store store;
    private final Node node;
    private final List<Loader> loaders;
    private final NodeMemory memory;
    private final Mono<Void> unloggedIndexes;
    private final List<String> loaded = new ArrayList<>();
    private volatile boolean running;

    /** @param unloggedIndexes creates the indexes of collections that the change log knows nothing of */
    NodeLifecycle(Store store, Node node, List<Loader> loaders, NodeMemory memory, Mono<Void> unloggedIndexes) {
        this.store = store;
        this.node = node;
        this.loaders = loaders;
        this.memory = memory;
        this.unloggedIndexes = unloggedIndexes;
    }

    @Override
    public void start() {
        try {
            // Once before the followers, which need it, and once more with what the loaders wrote.
            memory.load()
                    .then(unloggedIndexes)
                    .then(node.start())
                    .then(load())
                    .then(memory.load())
                    .toFuture()
                    .join();
            running = true;
        } catch (CompletionException e) {
            throw refusal(store, e.getCause() == null ? e : e.getCause());
        }
    }

    @Override
    public void stop() {
        running = false;
        node.close()
                .timeout(LONGEST_CLOSING)
                .doOnError(failure -> LOG.warn("The node did not close in time: {}", failure.toString()))
                .onErrorComplete()
                .toFuture()
                .join();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Long before the web server's, which starts last and stops first. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** What the loaders said, one line each. */
    List<String> loaded() {
        return List.copyOf(loaded);
    }

    private Mono<Void> load() {
        return Flux.fromIterable(loaders)
                .concatMap(loader -> loader.load().onErrorMap(failure -> named(loader, failure)))
                .doOnNext(loaded::add)
                .then();
    }

    private static Throwable named(Loader loader, Throwable failure) {
        return Store.isUnavailable(failure)
                ? failure
                : new IllegalStateException("Loading the " + loader.name() + " failed", failure);
    }

    static RuntimeException refusal(Store store, Throwable failure) {
        if (Store.isUnavailable(failure)) {
            return new CannotStart(
                    "The data store does not answer: " + store.description() + ".",
                    "Start it, or mend toso.mongodb.uri; then start again.");
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
