package vn.toso.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;

/** The demo's own identity provider: signs a token for whoever is named. */
public final class DemoIssuer {

    /** How long a token is good. */
    public static final Duration LIFE = Duration.ofHours(12);

    static final String NAME = "urn:toso:demo";

    /** Stands before the handle in the subject of a demo's member. */
    public static final String SUBJECT = "demo:";

    private final ECKey key;
    private final Clock clock;

    DemoIssuer(ECKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** A token for the member of that handle, whether there is one or not. */
    public String tokenFor(String handle) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(NAME)
                .subject(SUBJECT + handle)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The demo's key cannot sign", e);
        }
        return token.serialize();
    }

    ReactiveJwtDecoder decoder() {
        JWK ours = key.toPublicJWK();
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(token -> Flux.just(ours))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(new TokenRules(NAME, List.of(), clock));
        return decoder;
    }
}
