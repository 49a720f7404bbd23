package vn.toso.api.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import vn.toso.api.security.DemoIssuer;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LogSettings;
import vn.toso.domain.storage.Store;

/** Nodes that notice sooner than in earnest that another one died, and believe who says who they are. */
@TestConfiguration(proxyBeanMethods = false)
class Impatience {

    private static final Duration LIFE = Duration.ofHours(12);

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

    /** Of its own: a node that dies takes those along that all share, and other tests' ports with them. */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory own = new ReactorResourceFactory();
        own.setUseGlobalResources(false);
        own.setShutdownQuietPeriod(Duration.ZERO);
        return own;
    }

    /** A token is a handle: to sign and verify hundreds of them takes longer than what is asked with them. */
    @Bean
    ReactiveJwtDecoder demoTokens(Clock clock) {
        return token -> Mono.fromSupplier(() -> believed(token, clock.instant()));
    }

    private static Jwt believed(String handle, Instant now) {
        return Jwt.withTokenValue(handle)
                .header("alg", "none")
                .subject(DemoIssuer.SUBJECT + handle)
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .build();
    }
}
