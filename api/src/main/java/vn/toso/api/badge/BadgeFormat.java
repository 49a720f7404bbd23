package vn.toso.api.badge;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import vn.toso.api.web.FileFormat;

/** For programs, and for whoever scans a code with a phone. */
enum BadgeFormat implements FileFormat {
    JSON(MediaType.APPLICATION_JSON),
    HTML(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));

    @SuppressWarnings("ImmutableEnumChecker") // a MediaType is immutable, it only does not say so
    private final MediaType type;

    BadgeFormat(MediaType type) {
        this.type = type;
    }

    @Override
    public MediaType type() {
        return type;
    }
}
