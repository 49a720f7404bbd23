package vn.toso.domain.change;

import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;

/** What nodes do with the log every minute or hour, at the moment that a test chooses. */
public final class Housekeeping {

    /** As long ago as any test's node may have died. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private Housekeeping() {}

    /** Logs what died nodes left unlogged. */
    public static Mono<Long> sweep(Store store, ChangeLog log) {
        return new ChangeSweep(store, log).run(MARGIN);
    }

    /** Lets the log forget what is older than that and was handled by every listener. */
    public static Mono<Void> forget(Store store, Duration age) {
        Clock clock = Clock.systemUTC();
        return new Retention(store, new ChangeLog(store, clock))
                .run(clock.instant().minus(age));
    }

    /** Lets the log forget everything, as if every listener had been gone for half a year. */
    static Mono<Void> forgetUnheard(Store store) {
        LogSettings usual = LogSettings.DEFAULT;
        LogSettings settings =
                new LogSettings(usual.lease(), usual.poll(), usual.sweep(), usual.clocks(), Duration.ZERO);
        return new Retention(store, new ChangeLog(store, Clock.systemUTC(), settings)).run();
    }
}
