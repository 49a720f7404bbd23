package vn.toso.domain.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A master key of our own making, in a file that only its owner may read. */
final class KeyFile {

    private static final String TEXT = """
            # The master key of this Tổ Số: citizens' data are sealed with it. Keep a copy elsewhere; without it they are lost.
            %s
            """;

    private KeyFile() {}

    /** The file; made now where there is none. Of two processes that make it at once both find the same. */
    static Path madeIn(Path folder) {
        Path file = folder.resolve(KeySettings.OWN_FILE);
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "toso", ".key", ownersOnly());
            Files.writeString(draft, TEXT.formatted(freshKey()));
            publish(draft, file);
            return file;
        } catch (IOException e) {
            throw new CannotOpenVault("No master key can be made in " + folder + " (" + e + ").", e);
        }
    }

    /** A link appears whole or not at all, and never takes another file's place. */
    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException theirs) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.copy(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String freshKey() {
        byte[] key = new byte[MasterKeys.LENGTH];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static FileAttribute<?>[] ownersOnly() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
