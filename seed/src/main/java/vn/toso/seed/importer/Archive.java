package vn.toso.seed.importer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/**
 * Unpacks a ZIP archive in memory by its central directory, the only place where every writer of workbooks tells sizes
 * (APPNOTE 4.3; {@link java.util.zip.ZipInputStream} doesn't see it, {@link java.util.zip.ZipFile} wants people's data on a
 * disk). Encrypted archives and those of more than 4 GB are refused as broken.
 */
final class Archive {

    /** A commune's list unpacks to some 2 MB; what is small packed may be endless unpacked. */
    private static final int LARGEST = 20 << 20;

    /** A workbook has some dozen. */
    private static final int MOST_ENTRIES = 1_000;

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int BLOCK = 16 << 10;

    private final ByteBuffer bytes;
    private int left = LARGEST;

    private Archive(byte[] file) {
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The contents of the wanted entries by name. Throws {@code too-large} for a bomb; an archive that points outside of
     * itself fails with an {@link IndexOutOfBoundsException} or an {@link IllegalArgumentException}.
     */
    static Map<String, byte[]> unpacked(byte[] file, Predicate<String> wanted) throws IOException {
        return new Archive(file).unpacked(wanted);
    }

    private Map<String, byte[]> unpacked(Predicate<String> wanted) throws IOException {
        int end = end();
        int entries = u16(end + 10);
        if (entries > MOST_ENTRIES) {
            throw Problem.of(ProblemCode.TOO_LARGE, "too-large");
        }
        Map<String, byte[]> contents = new HashMap<>();
        int entry = bytes.getInt(end + 16);
        for (int i = 0; i < entries; i++) {
            require(bytes.getInt(entry) == ENTRY);
            int name = u16(entry + 28);
            String called = new String(bytes.array(), entry + ENTRY_SIZE, name, StandardCharsets.UTF_8);
            if (wanted.test(called)) {
                contents.put(called, content(entry));
            }
            entry += ENTRY_SIZE + name + u16(entry + 30) + u16(entry + 32);
        }
        return contents;
    }

    /** Where the directory's end is told: last of all, but for a comment. */
    private int end() throws IOException {
        int last = bytes.capacity() - END_SIZE;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END) {
                return at;
            }
        }
        throw new IOException("no directory");
    }

    private byte[] content(int entry) throws IOException {
        int local = bytes.getInt(entry + 42);
        require((u16(entry + 8) & ENCRYPTED) == 0 && bytes.getInt(local) == LOCAL);
        int start = local + LOCAL_SIZE + u16(local + 26) + u16(local + 28);
        int size = bytes.getInt(entry + 20);
        int method = u16(entry + 10);
        require(size >= 0 && start + (long) size <= bytes.capacity() && (method == STORED || method == DEFLATED));
        if (method == DEFLATED) {
            return inflated(start, size);
        }
        take(size);
        return Arrays.copyOfRange(bytes.array(), start, start + size);
    }

    private byte[] inflated(int start, int size) throws IOException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(bytes.array(), start, size);
        ByteArrayOutputStream content = new ByteArrayOutputStream(size);
        byte[] block = new byte[BLOCK];
        try {
            while (!inflater.finished()) {
                int length = inflater.inflate(block);
                require(length > 0 || inflater.finished());
                take(length);
                content.write(block, 0, length);
            }
        } catch (DataFormatException broken) {
            throw new IOException(broken);
        } finally {
            inflater.end();
        }
        return content.toByteArray();
    }

    private void take(int length) {
        left -= length;
        if (left < 0) {
            throw Problem.of(ProblemCode.TOO_LARGE, "too-large");
        }
    }

    private int u16(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static void require(boolean sound) throws IOException {
        if (!sound) {
            throw new IOException("broken archive");
        }
    }
}
