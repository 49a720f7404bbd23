package vn.toso.domain.storage;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import vn.toso.domain.problem.Problem;

/** Where a page of a list begins: the sort values of the last item seen, unreadable to callers so that nobody builds on them. */
public final class PageToken {

    private static final String BETWEEN = "\n";

    private PageToken() {}

    /** @param parts none of which holds a line break */
    public static String of(Object... parts) {
        List<String> texts = List.of(parts).stream().map(Object::toString).toList();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, texts).getBytes(StandardCharsets.UTF_8));
    }

    /** The parts that {@link #of} was given; {@code invalid} at {@code /after} when a token isn't ours. */
    public static List<String> parts(String token, int count) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(BETWEEN, -1));
            if (parts.size() == count) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            throw foreign();
        }
        throw foreign();
    }

    /** A part that is an id. */
    public static UUID uuid(String part) {
        try {
            return UUID.fromString(part);
        } catch (IllegalArgumentException notOurs) {
            throw foreign();
        }
    }

    /** What to answer to a token that isn't ours. */
    public static Problem foreign() {
        return Problem.invalid("/after", "page-token");
    }

    /** Refuses a size that no list gives: {@code invalid} at {@code /limit}. */
    public static void checkLimit(int limit) {
        if (limit < 1 || limit > Page.LARGEST) {
            throw Problem.invalid("/limit", "range", 1, Page.LARGEST);
        }
    }
}
