package vn.toso.api.rights;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An issuer on loopback that signs whatever a test asks for. */
public final class TestIssuer implements AutoCloseable {

    /** For whom tokens must be made. */
    public static final String AUDIENCE = "toso";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final RSAKey othersKey = newKey();

    private TestIssuer(HttpServer server) {
        this.server = server;
    }

    public static TestIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestIssuer issuer = new TestIssuer(server);
            server.createContext("/.well-known/openid-configuration", at -> answer(at, issuer.about()));
            server.createContext("/keys", at -> answer(at, new JWKSet(issuer.key.toPublicJWK()).toJSONObject()));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A good token. */
    public String tokenOf(String subject) {
        return signed(key, claims(subject));
    }

    public String expiredTokenOf(String subject) {
        return signed(
                key, claims(subject).expirationTime(Date.from(Instant.now().minusSeconds(1))));
    }

    /** Made for another application. */
    public String strayTokenOf(String subject) {
        return signed(key, claims(subject).audience("another-application"));
    }

    /** Says that somebody else made it. */
    public String foreignTokenOf(String subject) {
        return signed(key, claims(subject).issuer("https://elsewhere.example"));
    }

    /** Signed by somebody else. */
    public String forgedTokenOf(String subject) {
        return signed(othersKey, claims(subject));
    }

    private JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .subject(subject)
                .audience(AUDIENCE)
                .expirationTime(Date.from(Instant.now().plusSeconds(1800)));
    }

    private String signed(RSAKey by, JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> about() {
        return Map.of(
                "issuer",
                url(),
                "jwks_uri",
                url() + "/keys",
                "authorization_endpoint",
                url() + "/authorize",
                "token_endpoint",
                url() + "/token",
                "response_types_supported",
                new String[] {"code"},
                "subject_types_supported",
                new String[] {"public"},
                "id_token_signing_alg_values_supported",
                new String[] {"RS256"});
    }

    private static void answer(HttpExchange exchange, Object json) throws IOException {
        byte[] body = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
