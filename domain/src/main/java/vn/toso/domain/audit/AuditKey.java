package vn.toso.domain.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * What checkpoints are signed with: an Ed25519 key that must lie outside of the database, since whoever writes to the database
 * must not be able to sign.
 */
public final class AuditKey {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey own;
    private final PublicKey shown;

    private AuditKey(PrivateKey own, PublicKey shown) {
        this.own = own;
        this.shown = shown;
    }

    public static AuditKey make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new AuditKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a file keeps it: the private and the public half, a line of base64 each. */
    public String toText() {
        Base64.Encoder encoder = Base64.getEncoder();
        return encoder.encodeToString(own.getEncoded()) + "\n" + encoder.encodeToString(shown.getEncoded()) + "\n";
    }

    /** Reads what {@link #toText} wrote; throws {@link IllegalArgumentException} for anything else. */
    public static AuditKey read(String text) {
        try {
            List<String> lines = text.strip().lines().toList();
            if (lines.size() != 2) {
                throw new IllegalArgumentException("not two lines");
            }
            Base64.Decoder decoder = Base64.getDecoder();
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            return new AuditKey(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.get(0)))),
                    keys.generatePublic(new X509EncodedKeySpec(decoder.decode(lines.get(1)))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 key", e);
        }
    }

    /** Names the key: for who compares, and to tell a checkpoint of another key from a forged one. */
    public String id() {
        return AuditEntry.sha256(Base64.getEncoder().encodeToString(shown.getEncoded()))
                .substring(0, 12);
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(own);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasSigned(String text, String signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(shown);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getUrlDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }
}
