package vn.toso.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

class VerifiedTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");

    private final AtomicInteger verified = new AtomicInteger();
    private final Hands clock = new Hands();
    private final TokenRules rules = new TokenRules("https://id.example", List.of("toso"), clock);
    private final VerifiedTokens tokens = new VerifiedTokens(this::decode, clock);

    @Test
    void aTokenIsVerifiedOnce() {
        assertThat(tokens.subjectOf("good").block()).isEqualTo("lan");
        assertThat(tokens.subjectOf("good").block()).isEqualTo("lan");

        assertThat(verified).hasValue(1);
    }

    @Test
    void aTokenThatExpiresAfterItWasVerifiedIsRefusedOnTheSecond() {
        tokens.subjectOf("good").block();

        clock.now = NOON.plus(Duration.ofMinutes(10)).minusMillis(1);
        assertThat(tokens.subjectOf("good").block()).isEqualTo("lan");
        clock.now = NOON.plus(Duration.ofMinutes(10));
        assertThatThrownBy(() -> tokens.subjectOf("good").block()).hasMessageContaining("expired");
    }

    @Test
    void whatWasRefusedIsNotRemembered() {
        assertThatThrownBy(() -> tokens.subjectOf("bad").block()).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.subjectOf("bad").block()).isInstanceOf(BadJwtException.class);

        assertThat(verified).hasValue(2);
    }

    @Test
    void rulesAreCheckedInTheirOrder() {
        assertThat(broken(token().claim("iss", "https://other.example").build()))
                .isEqualTo("foreign");
        assertThat(broken(token().claim("iss", 5).build())).isEqualTo("foreign");
        assertThat(broken(token().subject(" ").build())).isEqualTo("incomplete");
        assertThat(broken(token().expiresAt(NOON).build())).isEqualTo("expired");
        assertThat(broken(token().notBefore(NOON.plusSeconds(61)).build())).isEqualTo("early");
        assertThat(broken(token().notBefore(NOON.plusSeconds(60)).build())).isEmpty();
        assertThat(broken(token().audience(List.of("other")).build())).isEqualTo("audience");
        assertThat(broken(token().audience(List.of()).build())).isEqualTo("audience");
        assertThat(broken(token().audience(List.of("other", "toso")).build())).isEmpty();
    }

    private String broken(Jwt token) {
        return rules.validate(token).getErrors().stream()
                .map(error -> error.getErrorCode())
                .findFirst()
                .orElse("");
    }

    private Mono<Jwt> decode(String token) {
        verified.incrementAndGet();
        Jwt jwt = token().build();
        String rule = token.equals("good") ? broken(jwt) : "forged";
        return rule.isEmpty() ? Mono.just(jwt) : Mono.error(new BadJwtException(rule));
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("text")
                .header("alg", "RS256")
                .claim("iss", "https://id.example")
                .audience(List.of("toso"))
                .subject("lan")
                .expiresAt(NOON.plus(Duration.ofMinutes(10)));
    }

    private static final class Hands extends Clock {

        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
