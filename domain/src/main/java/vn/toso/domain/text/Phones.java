package vn.toso.domain.text;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mobile numbers of Vietnam as ten digits. */
public final class Phones {

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s.\\-()\\u00a0]");
    private static final Pattern ABROAD = Pattern.compile("^(?:\\+|00)?84(?=\\d{9,10}$)0?");
    private static final Pattern MOBILE = Pattern.compile("0[35789]\\d{8}");
    private static final Pattern SHORT_OF_ZERO = Pattern.compile("[35789]\\d{8}|1[2689]\\d{8}");
    private static final Pattern OLD = Pattern.compile("01\\d{9}");

    /**
     * The prefixes of eleven-digit numbers and what they became between 15/9/2018 and 14/11/2018: plan of the Ministry
     * of Information and Communications, Decision 798/QĐ-BTTTT of 25/5/2018.
     */
    private static final Map<String, String> SINCE_2018 = Map.ofEntries(
            Map.entry("0120", "070"),
            Map.entry("0121", "079"),
            Map.entry("0122", "077"),
            Map.entry("0126", "076"),
            Map.entry("0128", "078"),
            Map.entry("0123", "083"),
            Map.entry("0124", "084"),
            Map.entry("0125", "085"),
            Map.entry("0127", "081"),
            Map.entry("0129", "082"),
            Map.entry("0162", "032"),
            Map.entry("0163", "033"),
            Map.entry("0164", "034"),
            Map.entry("0165", "035"),
            Map.entry("0166", "036"),
            Map.entry("0167", "037"),
            Map.entry("0168", "038"),
            Map.entry("0169", "039"),
            Map.entry("0186", "056"),
            Map.entry("0188", "058"),
            Map.entry("0199", "059"));

    private Phones() {}

    /**
     * Ten digits that begin with 03, 05, 07, 08 or 09, or nothing. Reads {@code +84}, blanks, dots, hyphens, brackets,
     * and the prefixes of before 2018: {@code "+84 162 345 6789"} gives {@code "0323456789"}.
     */
    public static Optional<String> normalise(String written) {
        String digits = BETWEEN_DIGITS.matcher(written).replaceAll("");
        String national = ABROAD.matcher(digits).replaceFirst("0");
        String today = OLD.matcher(national).matches() ? since2018(national) : national;
        return Optional.of(today).filter(number -> MOBILE.matcher(number).matches());
    }

    /** A number as a spreadsheet shows it that took it for an amount: gets its lost leading zero back. */
    public static String withZero(String cell) {
        return SHORT_OF_ZERO.matcher(cell.strip()).matches() ? "0" + cell.strip() : cell;
    }

    private static String since2018(String old) {
        String prefix = SINCE_2018.get(old.substring(0, 4));
        return prefix == null ? old : prefix + old.substring(4);
    }
}
