package vn.toso.api.start;

import java.util.concurrent.CompletionException;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import vn.toso.domain.storage.Store;
import vn.toso.domain.vault.RotateKeys;

/** Opens the vault before the node reads anything, and then asks again and again for keys that other nodes made. */
final class VaultLifecycle implements SmartLifecycle {

    private final Store store;
    private final Disposable.Swap looking = Disposables.swap();
    private volatile boolean running;

    VaultLifecycle(Store store) {
        this.store = store;
    }

    @Override
    public void start() {
        try {
            store.vault().open().toFuture().join();
        } catch (CompletionException e) {
            throw NodeLifecycle.refusal(store, e.getCause() == null ? e : e.getCause());
        }
        looking.update(Flux.interval(RotateKeys.BETWEEN_LOOKS)
                .onBackpressureDrop()
                .concatMap(tick -> store.vault().open().onErrorComplete(), 1)
                .subscribe());
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        looking.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the node. */
    @Override
    public int getPhase() {
        return -1;
    }
}
