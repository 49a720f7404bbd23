package vn.toso.api.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a token must say besides being signed by the issuer. Each broken rule has its own error code, the end of the key
 * of its sentence.
 */
final class TokenRules implements OAuth2TokenValidator<Jwt> {

    /** How far the issuer's clock may differ from ours when a token is new. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);

    private final String issuer;
    private final List<String> audiences;
    private final Clock clock;

    /** @param audiences one of which a token must name; empty for any */
    TokenRules(String issuer, List<String> audiences, Clock clock) {
        this.issuer = issuer;
        this.audiences = audiences;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        Instant now = clock.instant();
        Instant from = token.getNotBefore();
        if (!issuer.equals(token.getClaimAsString("iss"))) {
            return broken("foreign");
        }
        if (token.getExpiresAt() == null
                || token.getSubject() == null
                || token.getSubject().isBlank()) {
            return broken("incomplete");
        }
        if (!now.isBefore(token.getExpiresAt())) {
            return broken("expired");
        }
        if (from != null && now.plus(CLOCKS_DIFFER).isBefore(from)) {
            return broken("early");
        }
        List<String> audience = token.getAudience();
        boolean ours =
                audiences.isEmpty() || (audience != null && audience.stream().anyMatch(audiences::contains));
        return ours ? OAuth2TokenValidatorResult.success() : broken("audience");
    }

    private static OAuth2TokenValidatorResult broken(String rule) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(rule));
    }
}
