package vn.toso.api.security;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierReactiveJwtDecoder;

/** Trusts the identity provider that the operator names. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "toso.demo", havingValue = false, matchIfMissing = true)
class IssuerConfiguration {

    /** Asks the issuer for its keys at the first token, so that we start while it is down. */
    @Bean
    ReactiveJwtDecoder issuersTokens(
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer,
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences:}") List<String> audiences,
            Clock clock) {
        return new SupplierReactiveJwtDecoder(() -> {
            NimbusReactiveJwtDecoder decoder =
                    NimbusReactiveJwtDecoder.withIssuerLocation(issuer).build();
            decoder.setJwtValidator(new TokenRules(issuer, audiences, clock));
            return decoder;
        });
    }
}
