package vn.toso.api.start;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import vn.toso.domain.audit.AuditKey;

/** The key that signs checkpoints of the audit; lies outside of the database. */
final class AuditKeyFile {

    private AuditKeyFile() {}

    /** The key that the operator named, or the one of the data folder, which is made where it is missing. */
    static AuditKey of(TosoSettings settings) {
        Path named = settings.audit().key();
        Path file = named != null ? named : settings.folder().resolve("audit-key");
        try {
            return AuditKey.read(Files.readString(file));
        } catch (NoSuchFileException missing) {
            return make(file);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CannotStart(
                    "The key of the audit in " + file + " cannot be read.",
                    "Put back the file as it was: with another key older checkpoints cannot be verified.");
        }
    }

    private static AuditKey make(Path file) {
        AuditKey key = AuditKey.make();
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(folder, "audit-key", ".new");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(fresh, key.toText());
            Files.move(fresh, file);
            return key;
        } catch (FileAlreadyExistsException quicker) {
            return AuditKey.read(read(file));
        } catch (IOException e) {
            throw cannotKeep(file, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw cannotKeep(file, e);
        }
    }

    private static CannotStart cannotKeep(Path file, IOException why) {
        return new CannotStart(
                "The key of the audit cannot be kept in " + file + ": " + why.getMessage(),
                "Make toso.data-dir writable, or set toso.audit.key to a file that is there.");
    }
}
