package vn.toso.api.start;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.notifications.delivery.Delivery;
import vn.toso.notifications.delivery.Pushes;
import vn.toso.notifications.device.Devices;
import vn.toso.notifications.device.SilentDevices;
import vn.toso.notifications.device.SyncTimes;

/** Starts delivery when the node runs, and ends it when requests have ended: what is under way is sent and noted. */
final class DeliveryLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLifecycle.class);
    private static final Duration BETWEEN_FLUSHES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_CENSUSES = Duration.ofSeconds(30);

    /** The node behind it wants its part of the half minute that a process manager gives us. */
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(10);

    private final Delivery delivery;
    private final Pushes pushes;
    private final Devices devices;
    private final SyncTimes syncTimes;
    private final SilentDevices silentDevices;
    private final Disposable.Composite repeated = Disposables.composite();
    private volatile boolean running;

    DeliveryLifecycle(
            Delivery delivery, Pushes pushes, Devices devices, SyncTimes syncTimes, SilentDevices silentDevices) {
        this.delivery = delivery;
        this.pushes = pushes;
        this.devices = devices;
        this.syncTimes = syncTimes;
        this.silentDevices = silentDevices;
    }

    @Override
    public void start() {
        Mono.when(devices.createIndexes(), pushes.createIndexes()).toFuture().join();
        silentDevices.count().onErrorComplete().toFuture().join();
        delivery.start();
        repeated.add(repeat(BETWEEN_FLUSHES, syncTimes::flush));
        repeated.add(repeat(BETWEEN_COUNTS, delivery::count));
        repeated.add(repeat(BETWEEN_CENSUSES, silentDevices::count));
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        repeated.dispose();
        Mono.whenDelayError(delivery.close(), syncTimes.flush())
                .timeout(LONGEST_CLOSING)
                .doOnError(failure -> LOG.warn("Delivery did not close in time: {}", failure.toString()))
                .onErrorComplete()
                .toFuture()
                .join();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the node, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }

    private static Disposable repeat(Duration every, Supplier<Mono<Void>> work) {
        return Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(tick -> work.get().onErrorComplete(), 1)
                .subscribe();
    }
}
