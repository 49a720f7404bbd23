package vn.toso.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import vn.toso.api.start.CannotStart;

/** The demo's signing key, of an elliptic curve since one is made in no time; lies beside the data, so that a token outlives a restart. */
final class DemoKey {

    private DemoKey() {}

    /** Reads the key of that folder, or makes one and keeps it. */
    static ECKey in(Path folder) {
        Path file = folder.resolve("demo-key.json");
        try {
            return ECKey.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            return make(file);
        } catch (IOException | ParseException e) {
            throw new CannotStart(
                    "The demo's signing key in " + file + " cannot be read.", "Delete the file; a new one is made.");
        }
    }

    private static ECKey make(Path file) {
        try {
            ECKey key =
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(folder, "demo-key", ".json");
            Files.writeString(fresh, key.toJSONString());
            return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE) == file
                    ? key
                    : ECKey.parse(Files.readString(file));
        } catch (IOException | JOSEException | ParseException e) {
            throw new CannotStart(
                    "The demo's signing key cannot be kept in " + file + ": " + e.getMessage(),
                    "Make toso.data-dir writable, or name another folder.");
        }
    }
}
