package vn.toso.api.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.MediaType;

/** A file of the page, as it lies in memory and as it goes over the wire. */
final class PageFile {

    private static final Map<String, MediaType> TYPES = Map.of(
            "html", new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8),
            "css", MediaType.parseMediaType("text/css;charset=UTF-8"),
            "js", MediaType.parseMediaType("text/javascript;charset=UTF-8"),
            "svg", MediaType.parseMediaType("image/svg+xml"));

    private final MediaType type;
    private final byte[] plain;
    private final byte[] gzipped;
    private final String tag;

    private PageFile(MediaType type, byte[] plain) {
        this.type = type;
        this.plain = plain;
        this.gzipped = gzip(plain);
        this.tag = '"' + digest(plain) + '"';
    }

    static PageFile of(String name, byte[] content) {
        MediaType type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalArgumentException("no media type for " + name);
        }
        return new PageFile(type, content);
    }

    MediaType type() {
        return type;
    }

    byte[] bytes(boolean zipped) {
        return zipped ? gzipped : plain;
    }

    /** Follows from the content, so that a browser keeps its copy exactly as long as it is right. */
    String tag() {
        return tag;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new Smallest(out)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(whole, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Done once at start, so the best that gzip can do costs nobody anything. */
    private static final class Smallest extends GZIPOutputStream {
        Smallest(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
