package vn.toso.domain.privacy;

import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toso.domain.text.Vietnamese;

/** Whether a text is about somebody. Rather a text too much is forgotten than one too few. */
final class Mentions {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|.)");

    private Mentions() {}

    /** Texts in which the given name stands, however accented, as a word. */
    static Predicate<String> ofName(String name) {
        return text -> Vietnamese.mentions(text, name);
    }

    /** Contents in which one of these ids stands. */
    static Predicate<String> ofAny(Set<UUID> ids) {
        return content -> ID.matcher(content)
                .results()
                .map(found -> UUID.fromString(found.group()))
                .anyMatch(ids::contains);
    }

    /** Contents, as JSON, in which one of these ids stands and somebody's name. */
    static Predicate<String> ofNameBeside(Set<UUID> ids, String name) {
        Predicate<String> about = ofAny(ids);
        Predicate<String> named = ofName(name);
        return content -> about.test(content) && named.test(plain(content));
    }

    /** A line break before a name is a letter of JSON, and would be one of the name. */
    private static String plain(String json) {
        return ESCAPE.matcher(json).replaceAll(found -> {
            String letter = found.group(1);
            return letter == null ? " " : Matcher.quoteReplacement(Character.toString(Integer.parseInt(letter, 16)));
        });
    }
}
