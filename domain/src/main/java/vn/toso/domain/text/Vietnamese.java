package vn.toso.domain.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Vietnamese text is kept, searched and sorted. Text is kept in NFC as people write it; for search it is folded, so
 * that who types without marks finds it too.
 */
public final class Vietnamese {

    /** Stands before the words that keep their accents, in what {@link #searchWords} makes. */
    static final String EXACT = "=";

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ZERO_WIDTH = Pattern.compile("[\\u200b\\ufeff\\u00ad]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,6}");

    /** The older place of a tone mark (hòa, thủy) to the newer one (hoà, thuỷ); both are right, and both are met. */
    private static final Map<String, String> NEWER_PLACE = Map.ofEntries(
            Map.entry("òa", "oà"),
            Map.entry("óa", "oá"),
            Map.entry("ỏa", "oả"),
            Map.entry("õa", "oã"),
            Map.entry("ọa", "oạ"),
            Map.entry("òe", "oè"),
            Map.entry("óe", "oé"),
            Map.entry("ỏe", "oẻ"),
            Map.entry("õe", "oẽ"),
            Map.entry("ọe", "oẹ"),
            Map.entry("ùy", "uỳ"),
            Map.entry("úy", "uý"),
            Map.entry("ủy", "uỷ"),
            Map.entry("ũy", "uỹ"),
            Map.entry("ụy", "uỵ"));

    private static final Pattern OLDER_PLACE = Pattern.compile("(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\\p{L})");

    private Vietnamese() {}

    /** As it is kept: NFC, without blanks around it or characters of no width in it, one blank between words. */
    public static String normalise(String text) {
        String wide = ZERO_WIDTH.matcher(text).replaceAll("");
        return SPACES.matcher(Normalizer.normalize(wide, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** Lower case without any mark, đ as d: {@code "Đỗ Thị Thủy"} and {@code "đỗ thị thuỷ"} both give {@code "do thi thuy"}. */
    public static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
    }

    /** Whether somebody's given name, the last word of a name, stands in a text as a word, however accented. */
    public static boolean mentions(String text, String name) {
        List<String> words = words(name);
        return !words.isEmpty() && words(text).contains(words.get(words.size() - 1));
    }

    /** The folded words, each once, in their order; everything but letters and digits parts words. */
    public static List<String> words(String text) {
        return split(fold(text));
    }

    /** The words in lower case with their accents, the tone mark in one place however it was written. */
    static List<String> exactWords(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return split(newerPlace(lower));
    }

    /**
     * What a document keeps so that {@link Search} finds it by these names: every folded word, and every word with its
     * accents behind a {@code =}; sorted.
     */
    public static List<String> searchWords(Collection<String> names) {
        Set<String> words = new TreeSet<>();
        for (String name : names) {
            words.addAll(words(name));
            exactWords(name).forEach(word -> words.add(EXACT + word));
        }
        return List.copyOf(words);
    }

    /**
     * Sorts people the Vietnamese way as plain text: by given name (the last word), then by what stands before it;
     * accents decide only between names that are the same without them.
     */
    public static String sortKey(String name) {
        List<String> words = List.of(normalise(name).split(" "));
        String given = words.get(words.size() - 1);
        String ordered = Stream.concat(Stream.of(given), words.stream().limit(words.size() - 1L))
                .collect(Collectors.joining(" "));
        return fold(ordered) + "\t" + accents(ordered);
    }

    /** Sorts places as plain text: as they are written, numbers by their value ({@code Xóm 5} before {@code Xóm 10}). */
    public static String placeKey(String name) {
        String kept = normalise(name);
        String padded = DIGITS.matcher(fold(kept))
                .replaceAll(match -> "0".repeat(6 - match.group().length()) + match.group());
        return padded + "\t" + accents(kept);
    }

    private static List<String> split(String text) {
        return List.copyOf(NO_WORD.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static String newerPlace(String lower) {
        return OLDER_PLACE.matcher(lower).replaceAll(match -> NEWER_PLACE.getOrDefault(match.group(), match.group()));
    }

    private static String accents(String text) {
        return Accents.key(newerPlace(text.toLowerCase(Locale.ROOT)));
    }
}
