package vn.toso.domain.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Tink makes of bytes that are keys: AES-256-GCM that names its key in front, and HMAC-SHA-256. */
final class Primitives {

    /** In front of what Tink seals: a version, then the id of the key. */
    private static final int PREFIX = 5;

    private static final AesGcmParameters SEALING = sealing();
    private static final HmacPrfParameters MARKING = marking();

    private Primitives() {}

    private static AesGcmParameters sealing() {
        try {
            AeadConfig.register();
            return AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HmacPrfParameters marking() {
        try {
            PrfConfig.register();
            return HmacPrfParameters.builder()
                    .setKeySizeBytes(32)
                    .setHashType(HmacPrfParameters.HashType.SHA256)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @AccessesPartialKey
    static Aead aead(byte[] key, int id) {
        try {
            AesGcmKey made = AesGcmKey.builder()
                    .setParameters(SEALING)
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .setIdRequirement(id)
                    .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(made).makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("32 bytes are a key of AES-256", e);
        }
    }

    @AccessesPartialKey
    static Prf prf(byte[] key) {
        try {
            HmacPrfKey made = HmacPrfKey.builder()
                    .setParameters(MARKING)
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .build();
            PrfSet set = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(made).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), PrfSet.class);
            return the(set.getPrfs().get(set.getPrimaryId()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("32 bytes are a key of HMAC", e);
        }
    }

    /** The id of the key that sealed it; 0 for what Tink didn't seal. */
    static int keyOf(byte[] sealed) {
        return sealed.length < PREFIX
                ? 0
                : ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
    }

    static <T> T the(@Nullable T present) {
        return Objects.requireNonNull(present);
    }
}
