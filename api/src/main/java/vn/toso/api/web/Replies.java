package vn.toso.api.web;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Answers that carry a document's version as {@code ETag}. */
public final class Replies {

    private Replies() {}

    /** 200 with the document. */
    public static <T> ResponseEntity<T> document(T body, long version) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    /** 201 with the document and its place. */
    public static <T> ResponseEntity<T> created(T body, long version, String path) {
        return ResponseEntity.created(URI.create(path)).eTag(tag(version)).body(body);
    }

    /** 201 the first time, 200 when the same request was carried out before. */
    public static <T> ResponseEntity<T> made(boolean first, T body, long version, String path) {
        return first ? created(body, version, path) : document(body, version);
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
