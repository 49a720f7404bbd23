package vn.toso.api.simulation;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LogSettings;
import vn.toso.domain.storage.Store;

/** Nodes that notice sooner than in earnest that another one died, so that an evening takes less than a second. */
@TestConfiguration(proxyBeanMethods = false)
class Impatience {

    /** The sweep reads whatever was written in the time that clocks may differ, so it is not too often either. */
    private static final LogSettings SETTINGS = new LogSettings(
            Duration.ofSeconds(1),
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofDays(180));

    @Bean
    ChangeLog changeLog(Store store, Clock clock) {
        return new ChangeLog(store, clock, SETTINGS);
    }
}
