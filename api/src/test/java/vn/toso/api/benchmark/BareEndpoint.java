package vn.toso.api.benchmark;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * The baseline of a read: Netty alone, a JWT that it verifies once and then knows by its text, and a fixed JSON body.
 * Arguments: file with the body, file with the public key (DER), {@code --server.port=N}.
 */
final class BareEndpoint {

    private BareEndpoint() {}

    public static void main(String[] args) throws Exception {
        byte[] body = Files.readAllBytes(Path.of(args[0]));
        RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(Files.readString(Path.of(args[1])))));
        RSASSAVerifier verifier = new RSASSAVerifier(key);
        Map<String, Boolean> known = new ConcurrentHashMap<>();
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(args[2].substring(args[2].indexOf('=') + 1)))
                .route(routes -> routes.get("/ready", (request, response) -> response.send())
                        .get("/household", (request, response) -> {
                            String token = request.requestHeaders()
                                    .get(HttpHeaderNames.AUTHORIZATION)
                                    .substring(7);
                            boolean valid = known.computeIfAbsent(token, t -> verified(verifier, t));
                            return valid
                                    ? response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                                            .sendByteArray(Mono.just(body))
                                    : response.status(401).send();
                        }))
                .bindNow()
                .onDispose()
                .block();
    }

    private static boolean verified(RSASSAVerifier verifier, String token) {
        try {
            return SignedJWT.parse(token).verify(verifier);
        } catch (Exception e) {
            return false;
        }
    }
}
