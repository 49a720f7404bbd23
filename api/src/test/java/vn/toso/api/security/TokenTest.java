package vn.toso.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;

/** Tokens that must not get in, and what their senders are told. */
@ApiTest
class TokenTest {

    @Autowired
    private Api api;

    @Value("${toso.data-dir}")
    private Path folder;

    @Test
    void withoutATokenOneIsAskedForIt() {
        Reply reply = api.asNobody().inEnglish().gets("/v1/me").isProblem(401, "unauthenticated");

        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reply.at("/detail")).contains("needs a sign-in");
    }

    @Test
    void anExpiredTokenIsToldToBeOne() {
        Instant now = Instant.now();

        refused(signed(ours(), claims().expirationTime(Date.from(now.minusSeconds(1)))), "has expired");
    }

    @Test
    void aTokenBeforeItsTimeIsToldToBeOne() {
        refused(signed(ours(), claims().notBeforeTime(Date.from(Instant.now().plusSeconds(600)))), "not valid yet");
    }

    @Test
    void anotherIssuersKeyIsNotTrusted() throws JOSEException {
        refused(signed(new ECKeyGenerator(Curve.P_256).generate(), claims()), "not signed by the issuer");
    }

    @Test
    void anotherIssuersNameIsNotTrusted() {
        refused(signed(ours(), claims().issuer("https://elsewhere.example")), "not signed by the issuer");
    }

    @Test
    void anUnsignedTokenIsNotTrusted() {
        refused(new PlainJWT(claims().build()).serialize(), "not signed by the issuer");
    }

    @Test
    void aTokenSignedWithOurPublicKeyAsASecretIsNotTrusted() throws JOSEException {
        SignedJWT forged = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        forged.sign(new MACSigner(ours().toECPublicKey().getEncoded()));

        refused(forged.serialize(), "not signed by the issuer");
    }

    @Test
    void aTokenWhoseContentWasChangedIsNotTrusted() {
        String[] parts = signed(ours(), claims()).split("\\.", -1);
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims().subject("demo:anh").build().toString().getBytes(StandardCharsets.UTF_8));

        refused(parts[0] + "." + changed + "." + parts[2], "not signed by the issuer");
    }

    @Test
    void aTokenWithoutEndOrSubjectIsIncomplete() {
        refused(signed(ours(), claims().expirationTime(null)), "lacks a subject");
        refused(signed(ours(), claims().subject(null)), "lacks a subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "....", "eyJhbGciOiJSUzI1NiJ9.e30"})
    void garbageCannotBeRead(String token) {
        refused(token, "cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Bearer ê"})
    void aBrokenHeaderIsRefused(String header) {
        api.asNobody().with("Authorization", header).gets("/v1/me").isProblem(401, "unauthenticated");
    }

    @Test
    void otherSchemesAreNoSignIn() {
        api.asNobody()
                .with("Authorization", "Basic bGFuOmxhbg==")
                .gets("/v1/me")
                .isProblem(401, "unauthenticated");
        api.asNobody().gets("/v1/me?access_token=" + api.tokenOf("lan")).isProblem(401, "unauthenticated");
    }

    @Test
    void onlyHealthAndDocumentsAreForAnybody() {
        api.asNobody().gets("/actuator/health/liveness").is(200);
        api.asNobody().gets("/actuator/health/readiness").is(200);
        api.asNobody().gets("/actuator/metrics").isProblem(401, "unauthenticated");
        api.asLan().gets("/actuator/metrics").isProblem(403, "forbidden");
        api.asAnh().gets("/actuator/metrics").isProblem(404, "not-found");
        api.asAnh().gets("/actuator/env").isProblem(404, "not-found");
    }

    private void refused(String token, String because) {
        Reply reply = api.withToken(token).inEnglish().gets("/v1/me").isProblem(401, "unauthenticated");

        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(reply.at("/detail")).contains(because);
    }

    private ECKey ours() {
        return DemoKey.in(folder);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(DemoIssuer.NAME)
                .subject("demo:lan")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String signed(ECKey key, JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
