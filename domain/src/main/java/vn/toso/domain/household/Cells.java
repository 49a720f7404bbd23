package vn.toso.domain.household;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toso.domain.text.Phones;
import vn.toso.domain.text.Vietnamese;

/** What people write into the cells of a list. Empty answers mean that it cannot be read. */
final class Cells {

    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[,;/\\n]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[,;/+\\n]+");

    /** A year, alone or at the end or the start of a date. */
    private static final Pattern DATE =
            Pattern.compile("(?:(?:\\d{1,2}[./-]){0,2}(\\d{4}))|(?:(\\d{4})-\\d{2}-\\d{2}(?:T.*)?)");

    private static final Map<String, Classification> CLASSES = Map.ofEntries(
            Map.entry("ngheo", Classification.POOR),
            Map.entry("can ngheo", Classification.NEAR_POOR),
            Map.entry("chinh sach", Classification.POLICY),
            Map.entry("gia dinh chinh sach", Classification.POLICY),
            Map.entry("kinh doanh", Classification.TRADER),
            Map.entry("buon ban", Classification.TRADER),
            Map.entry("san xuat", Classification.PRODUCER));
    private static final Set<String> NO_CLASS =
            Set.of("", "khong", "binh thuong", "trung binh", "kha", "thoat ngheo", "moi thoat ngheo");

    private static final Set<String> YES = Set.of("x", "co", "dung", "hs", "hoc sinh", "1");
    private static final Set<String> NO = Set.of("", "khong", "k", "0");

    private Cells() {}

    /** The year of birth. */
    static Optional<Integer> year(String text) {
        Matcher date = DATE.matcher(text.strip());
        return date.matches()
                ? Optional.of(Integer.valueOf(date.group(1) == null ? date.group(2) : date.group(1)))
                : Optional.empty();
    }

    /** The numbers in a cell; a spreadsheet that took one for a number has lost its leading zero. */
    static List<String> phones(String text) {
        return BETWEEN_NUMBERS
                .splitAsStream(text)
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .map(Phones::withZero)
                .toList();
    }

    /** {@code Hộ nghèo, kinh doanh}; "bình thường" and the like are none. */
    static Optional<Set<Classification>> classifications(String text) {
        Set<Classification> found = EnumSet.noneOf(Classification.class);
        for (String word : BETWEEN_WORDS.split(text, -1)) {
            String folded = Vietnamese.fold(word).strip().replaceFirst("^ho ", "");
            if (CLASSES.containsKey(folded)) {
                found.add(CLASSES.get(folded));
            } else if (!NO_CLASS.contains(folded)) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** A tick or its absence. */
    static Optional<Boolean> yes(String text) {
        String folded = Vietnamese.fold(text).strip();
        return YES.contains(folded) ? Optional.of(true) : NO.contains(folded) ? Optional.of(false) : Optional.empty();
    }
}
