package vn.toso.domain.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.text.Phones;
import vn.toso.domain.text.Sensitive;

/**
 * What a phone sent, as it may be kept though it was refused: without the numbers that are never kept, whatever the
 * reason of the refusal was. Their digits become dots; everything else stays as it is, ids, times and the phones of a
 * household among it.
 */
final class KeptContent {

    private static final Set<String> FIELDS_OF_PHONES = Set.of("phones", "phone");
    private static final Set<String> FIELDS_OF_PLACES = Set.of("latitude", "longitude");

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?");

    /** An object or a list on the way to where the reading is. */
    private static final class Level {
        private final boolean object;
        private String field;
        private boolean named;

        Level(boolean object, String field) {
            this.object = object;
            this.field = field;
        }
    }

    private final String json;
    private final StringBuilder kept;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int at;

    private KeptContent(String json) {
        this.json = json;
        this.kept = new StringBuilder(json.length());
    }

    /** @param json valid JSON */
    static String ofJson(String json) {
        return new KeptContent(json).read();
    }

    static String ofText(String text) {
        return ID.matcher(text).matches() ? text : Sensitive.masked(text);
    }

    private String read() {
        while (at < json.length()) {
            char next = json.charAt(at);
            if (next == '"') {
                string();
            } else if (next == '-' || Character.isDigit(next)) {
                number();
            } else {
                structure(next);
                kept.append(next);
                at++;
            }
        }
        return kept.toString();
    }

    private void structure(char next) {
        Level level = levels.peek();
        switch (next) {
            case '{', '[' -> levels.push(new Level(next == '{', level == null ? "" : level.field));
            case '}', ']' -> levels.poll();
            case ',' -> {
                if (level != null) {
                    level.named = false;
                }
            }
            case ':' -> {
                if (level != null) {
                    level.named = true;
                }
            }
            default -> {}
        }
    }

    private void string() {
        int end = at + 1;
        while (end < json.length() && json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        String written = json.substring(at + 1, Math.min(end, json.length()));
        String text = unescaped(written);
        Level level = levels.peek();
        if (level != null && level.object && !level.named) {
            level.field = text;
            write(written, text, ofText(text));
        } else {
            write(written, text, isHarmless(fieldHere(), text) ? text : Sensitive.masked(text));
        }
        at = end + 1;
    }

    private @Nullable String fieldHere() {
        Level level = levels.peek();
        return level == null ? null : level.field;
    }

    private static boolean isHarmless(@Nullable String field, String text) {
        return ID.matcher(text).matches()
                || TIME.matcher(text).matches()
                || (field != null
                        && FIELDS_OF_PHONES.contains(field)
                        && Phones.normalise(text).isPresent());
    }

    private void write(String written, String text, String masked) {
        kept.append('"').append(masked.equals(text) ? written : escaped(masked)).append('"');
    }

    private void number() {
        int end = at;
        while (end < json.length() && "+-.eE0123456789".indexOf(json.charAt(end)) >= 0) {
            end++;
        }
        String number = json.substring(at, Math.max(end, at + 1));
        String field = fieldHere();
        boolean place = field != null && FIELDS_OF_PLACES.contains(field);
        String masked = place ? number : Sensitive.masked(number);
        kept.append(masked.equals(number) ? number : '"' + masked + '"');
        at += number.length();
    }

    private static String unescaped(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char next = written.charAt(i);
            if (next != '\\' || i + 1 >= written.length()) {
                text.append(next);
            } else if (written.charAt(++i) == 'u' && i + 4 < written.length()) {
                text.append((char) Integer.parseInt(written, i + 1, i + 5, 16));
                i += 4;
            } else {
                text.append(unescaped(written.charAt(i)));
            }
        }
        return text.toString();
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> letter;
        };
    }

    private static String escaped(String text) {
        StringBuilder written = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                written.append('\\').append((char) c);
            } else if (c < ' ') {
                written.append(String.format("\\u%04x", c));
            } else {
                written.append((char) c);
            }
        });
        return written.toString();
    }
}
