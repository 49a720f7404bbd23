package vn.toso.domain.text;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: every word of it must begin a word of the document. Marks may be left out; documents whose
 * accents are those that were typed come first.
 *
 * @param folded the words without marks
 * @param exact the words with the marks as typed
 */
public record Search(List<String> folded, List<String> exact) {

    /** More words than this say nothing more about a name. */
    private static final int MOST_WORDS = 8;

    private static final String FIELD = "words";

    /** Stands before the words with their accents, in what {@link Vietnamese#searchWords} makes. */
    public static final String EXACT = Vietnamese.EXACT;

    /** Nothing asked, or nothing but punctuation, finds everything. */
    public static Search of(@Nullable String query) {
        if (query == null) {
            return new Search(List.of(), List.of());
        }
        return new Search(
                Vietnamese.words(query).stream().limit(MOST_WORDS).toList(),
                Vietnamese.exactWords(query).stream().limit(MOST_WORDS).toList());
    }

    public boolean isForEverything() {
        return folded.isEmpty();
    }

    /** Whether a document with these {@link Vietnamese#searchWords} is found. */
    public boolean finds(List<String> words) {
        return allBegin(folded.stream(), words);
    }

    /** Whether such a document has the accents that were typed. */
    public boolean findsExactly(List<String> words) {
        return allBegin(exact.stream().map(word -> Vietnamese.EXACT + word), words);
    }

    /** {@link #finds} as a condition on the field {@code words}; anchored, so that an index serves it. */
    public Bson filter() {
        return isForEverything() ? Filters.empty() : allBegin(folded.stream());
    }

    /** {@link #findsExactly} as a condition; whatever meets it meets {@link #filter} too. */
    public Bson exactFilter() {
        return allBegin(exact.stream().map(word -> Vietnamese.EXACT + word));
    }

    /** Found, but with other accents. */
    public Bson inexactFilter() {
        return and(filter(), nor(exactFilter()));
    }

    private static Bson allBegin(Stream<String> starts) {
        // Words hold letters and digits only, so that nothing in them means anything to a regular expression.
        return and(starts.map(start -> regex(FIELD, "^" + start)).toList());
    }

    private static boolean allBegin(Stream<String> starts, List<String> words) {
        return starts.allMatch(start -> words.stream().anyMatch(word -> word.startsWith(start)));
    }
}
