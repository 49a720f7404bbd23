package vn.toso.domain.storage.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the operating system write what was committed to the disk, once a second and beside the commits: forcing each of
 * them would cost 3 to 5 ms (measured on a virtual disk; more on a spinning one).
 */
final class PowerGuard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PowerGuard.class);

    private final StoreFile file;
    private boolean warned;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread sync = new Thread(work, "toso-store-sync");
        sync.setDaemon(true);
        return sync;
    });

    PowerGuard(StoreFile file) {
        this.file = file;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void start() {
        thread.scheduleWithFixedDelay(this::sync, 1, 1, TimeUnit.SECONDS);
    }

    /** Its failure fails no command: what it guards from may never happen, and a later one may succeed. */
    private void sync() {
        try {
            file.sync();
            warned = false;
        } catch (RuntimeException e) {
            if (!warned) {
                LOG.warn("The embedded store's file can't be forced to the disk", e);
            }
            warned = true;
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("The embedded store's file is still being forced to the disk");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
