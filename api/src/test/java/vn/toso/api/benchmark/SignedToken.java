package vn.toso.api.benchmark;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Base64;

/** A token of the usual size, and the key that verifies it (X.509, base64): what the bare endpoint checks. */
record SignedToken(String text, String publicKey) {

    static SignedToken fresh() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(2048).generate();
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer("benchmark")
                        .subject("somebody")
                        .build());
        token.sign(new RSASSASigner(key));
        return new SignedToken(
                token.serialize(),
                Base64.getEncoder().encodeToString(key.toRSAPublicKey().getEncoded()));
    }
}
