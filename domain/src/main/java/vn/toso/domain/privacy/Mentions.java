package vn.toso.domain.privacy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.toso.domain.id.Id;
import vn.toso.domain.text.Vietnamese;

/** Whether a text is about somebody. Rather a text too much is forgotten than one too few. */
final class Mentions {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Mentions() {}

    /** Texts in which the given name stands, however accented, as a word. */
    static Predicate<String> ofName(String name) {
        List<String> words = Vietnamese.words(name);
        if (words.isEmpty()) {
            return text -> false;
        }
        String given = words.get(words.size() - 1);
        return text -> Vietnamese.words(text).contains(given);
    }

    /** Contents in which one of these ids stands. */
    static Predicate<String> ofAny(Set<UUID> ids) {
        return content -> ID.matcher(content)
                .results()
                .map(found -> UUID.fromString(found.group()))
                .anyMatch(ids::contains);
    }

    /** Contents about a household in which somebody's name stands. */
    static Predicate<String> ofNameIn(Id household, String name) {
        Predicate<String> named = ofName(name);
        return content -> content.contains(household.toString()) && named.test(content);
    }
}
