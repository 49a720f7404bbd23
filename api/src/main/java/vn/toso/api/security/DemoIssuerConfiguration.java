package vn.toso.api.security;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import vn.toso.api.start.TosoSettings;

/** Trusts the demo's own issuer. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("toso.demo")
class DemoIssuerConfiguration {

    @Bean
    DemoIssuer demoIssuer(TosoSettings settings, Clock clock) {
        return new DemoIssuer(DemoKey.in(settings.folder()), clock);
    }

    @Bean
    ReactiveJwtDecoder demoTokens(DemoIssuer issuer) {
        return issuer.decoder();
    }
}
