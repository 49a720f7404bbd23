package vn.toso.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.problem.FieldErrors;

/** What people may write into a field, and how it is kept. Errors are noted; then what is returned is of no use. */
public final class Wording {

    /** Longest name of a person, a place, a team. */
    public static final int LONGEST_NAME = 120;

    /** Longest note. */
    public static final int LONGEST_NOTE = 1000;

    public static final int MOST_PHONES = 5;

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{Nd}]");

    /** Control characters, and those that turn the direction of text around. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069&&[^\\s]]");

    private Wording() {}

    /**
     * A required name of a person; rules {@code required}, {@code too-long}, {@code name}, {@code characters} and those of
     * {@link Sensitive}.
     */
    public static String name(@Nullable String written, String pointer, FieldErrors errors) {
        return named(written, pointer, LETTER, errors);
    }

    /** A required name of a place, which may be a mere number ({@code Xóm 5}); rules as for {@link #name}. */
    public static String placeName(@Nullable String written, String pointer, FieldErrors errors) {
        return named(written, pointer, LETTER_OR_DIGIT, errors);
    }

    /** An optional note, normalised, null when blank; rules as for {@link #text}. */
    public static @Nullable String note(@Nullable String written, String pointer, FieldErrors errors) {
        return text(written, pointer, LONGEST_NOTE, errors);
    }

    /**
     * An optional short text, normalised, null when blank; rules {@code too-long}, {@code characters} and those of
     * {@link Sensitive}: numbers of identity cards, phones and accounts, and codes, are never kept in a text.
     */
    public static @Nullable String text(@Nullable String written, String pointer, int longest, FieldErrors errors) {
        String text = line(written, pointer, longest, errors);
        Sensitive.check(text, pointer, errors);
        return text;
    }

    /** An optional text that may hold any number, such as a document's address; else as {@link #text}. */
    public static @Nullable String line(@Nullable String written, String pointer, int longest, FieldErrors errors) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String text = Vietnamese.normalise(written);
        errors.check(text.length() <= longest, pointer, "too-long", longest);
        errors.check(!UNSEEN.matcher(text).find(), pointer, "characters");
        return text.isEmpty() ? null : text;
    }

    /** An optional phone number as ten digits, null when blank; rule {@code phone}. */
    public static @Nullable String phone(@Nullable String written, String pointer, FieldErrors errors) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String number = Phones.normalise(written).orElse(null);
        errors.check(number != null, pointer, "phone");
        return number;
    }

    /** Phone numbers as ten digits, each once; rules {@code too-many} and {@code phone} at the item. */
    public static List<String> phones(List<String> written, String pointer, FieldErrors errors) {
        errors.check(written.size() <= MOST_PHONES, pointer, "too-many", MOST_PHONES);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < Math.min(written.size(), MOST_PHONES); i++) {
            String number = phone(written.get(i), pointer + "/" + i, errors);
            if (number != null && !numbers.contains(number)) {
                numbers.add(number);
            }
        }
        return List.copyOf(numbers);
    }

    /**
     * A reason: fails with {@code invalid} at {@code /reason}, rules {@code required}, {@code too-long} and those of
     * {@link Sensitive}.
     */
    public static void checkReason(@Nullable String reason, boolean required, int longest) {
        FieldErrors errors = new FieldErrors();
        boolean given = reason != null && !reason.isBlank();
        errors.check(given || !required, "/reason", "required");
        errors.check(reason == null || reason.length() <= longest, "/reason", "too-long", longest);
        Sensitive.check(reason, "/reason", errors);
        errors.throwIfAny();
    }

    private static String named(@Nullable String written, String pointer, Pattern needed, FieldErrors errors) {
        String name = text(written, pointer, LONGEST_NAME, errors);
        if (name == null) {
            errors.add(pointer, "required");
            return "";
        }
        errors.check(needed.matcher(name).find(), pointer, "name");
        return name;
    }
}
