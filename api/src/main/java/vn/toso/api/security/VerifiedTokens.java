package vn.toso.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers which tokens are good, until each expires: verifying a signature costs as much as the rest of a small
 * request. Tokens are kept by their SHA-256, so that memory holds none that could be used.
 */
final class VerifiedTokens {

    private static final int MOST = 50_000;

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(MOST).build();

    VerifiedTokens(ReactiveJwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    /** What is needed of a good token. */
    private record Verified(String subject, Instant expiresAt) {}

    /** The token's subject. Fails as the decoder does; a token that was good and has expired is verified, and refused, anew. */
    Mono<String> subjectOf(String token) {
        String key = hash(token);
        Verified known = verified.getIfPresent(key);
        if (known != null && clock.instant().isBefore(known.expiresAt())) {
            return Mono.just(known.subject());
        }
        verified.invalidate(key);
        return decoder.decode(token).map(jwt -> remember(key, jwt));
    }

    private String remember(String key, Jwt jwt) {
        // TokenRules let no token pass that lacks one of them.
        Verified token =
                new Verified(Objects.requireNonNull(jwt.getSubject()), Objects.requireNonNull(jwt.getExpiresAt()));
        verified.put(key, token);
        return token.subject();
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
