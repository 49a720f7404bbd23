package vn.toso.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.problem.FieldErrors;

/**
 * Finds numbers that are never kept in a text that somebody types: of identity cards (9 or 12 digits), phones (10),
 * accounts and bank cards (9 to 19), whatever stands between their digits, and one-time codes and passwords beside a word
 * that calls them so. Dates, years, amounts of money with their currency, and ids of ours are none.
 */
public final class Sensitive {

    /** Rule of a number of nine digits or more. */
    public static final String NUMBER = "sensitive";

    /** Rule of a code beside its name. */
    public static final String CODE = "sensitive-code";

    private static final char MASK = '•';
    private static final int SHORTEST = 9;
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;

    private static final Pattern RUN =
            Pattern.compile("\\p{Nd}(?:[\\s\\p{Z}\\p{Pd}\\p{Cf}.,_·•*]{0,3}\\p{Nd})*", Pattern.UNICODE_CHARACTER_CLASS);

    /** {@code 20/11/2026}, {@code 20.11.2026}, {@code 2026-11-20}. */
    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)(?:\\d{1,2}([./-])\\d{1,2}\\1(?:19|20)\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2})(?!\\d)");

    /** {@code 1.710.789.000 đồng}. An identity card's and a phone's number begin with a zero. */
    private static final Pattern MONEY = Pattern.compile(
            "(?<![\\d.,])[1-9]\\d{0,2}(?:[.,]\\d{3})+\\s?(?:đồng|đ|₫|vnđ|vnd)(?!\\p{L})", Pattern.CASE_INSENSITIVE);

    /** An id of ours, half of whose characters are digits. */
    private static final Pattern ID =
            Pattern.compile("\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b");

    private static final Pattern BETWEEN = Pattern.compile("\\P{Nd}+");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

    /** In a folded text. */
    private static final Pattern NAME_OF_A_CODE =
            Pattern.compile("\\b(?:otp\\b|cvv\\b|ma (?:xac thuc|xac nhan|bao mat|pin\\b)"
                    + "|so pin\\b|pin code\\b|pin ?[:=]|mat khau|password|passcode|verification code)");

    /** How far from its name a code stands at most, in characters. */
    private static final int NEAR = 30;

    private static final Pattern SHORT_RUN = Pattern.compile("(?<!\\p{Nd})\\p{Nd}(?:[ .-]?\\p{Nd}){3,7}(?!\\p{Nd})");

    private record Part(int from, int to, String rule) {}

    private Sensitive() {}

    /** Notes {@link #NUMBER} or {@link #CODE} where the text holds such a number; what isn't there is in order. */
    public static void check(@Nullable String text, String pointer, FieldErrors errors) {
        if (text != null) {
            parts(text).stream().map(Part::rule).distinct().forEach(rule -> errors.add(pointer, rule));
        }
    }

    public static boolean isIn(String text) {
        return !parts(text).isEmpty();
    }

    /** The text with a dot for every digit of such numbers; the same where there are none. */
    public static String masked(String text) {
        List<Part> parts = parts(text);
        if (parts.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        for (Part part : parts) {
            IntStream.range(part.from(), part.to())
                    .filter(i -> Character.isDigit(text.codePointAt(i)) || isLowerHalf(text, i))
                    .forEach(i -> masked.setCharAt(i, MASK));
        }
        return masked.toString();
    }

    /** Of a digit beyond the sixteen bits of a char both halves go. */
    private static boolean isLowerHalf(String text, int i) {
        return i > 0 && Character.isLowSurrogate(text.charAt(i)) && Character.isDigit(text.codePointAt(i - 1));
    }

    private static List<Part> parts(String text) {
        if (text.codePoints().noneMatch(Character::isDigit)) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        RUN.matcher(withoutHarmless(text))
                .results()
                .filter(run -> isForbidden(run.group()))
                .forEach(run -> parts.add(new Part(run.start(), run.end(), NUMBER)));
        addCodes(text, parts);
        return parts;
    }

    /** Ids, dates and amounts are no numbers of anything; their places stay. */
    private static String withoutHarmless(String text) {
        String idless = blanked(ID.matcher(text), text);
        String dateless = blanked(DATE.matcher(idless), idless);
        return blanked(MONEY.matcher(dateless), dateless);
    }

    private static String blanked(Matcher matcher, String text) {
        StringBuilder blanked = new StringBuilder(text);
        matcher.results().forEach(match -> {
            for (int i = match.start(); i < match.end(); i++) {
                blanked.setCharAt(i, 'x');
            }
        });
        return blanked.toString();
    }

    private static boolean isForbidden(String run) {
        String digits = digits(run);
        return digits.length() >= SHORTEST && (isCard(digits) || !areYears(run));
    }

    private static String digits(String run) {
        StringBuilder digits = new StringBuilder();
        run.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }

    /** {@code 1985 1990 2012}: years of birth, one beside the other. */
    private static boolean areYears(String run) {
        return BETWEEN.splitAsStream(run).allMatch(group -> YEAR.matcher(group).matches());
    }

    /** By the check digit of ISO/IEC 7812 (Luhn). */
    private static boolean isCard(String digits) {
        if (digits.length() < SHORTEST_CARD || digits.length() > LONGEST_CARD) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static void addCodes(String text, List<Part> parts) {
        String folded = Vietnamese.fold(text);
        List<MatchResult> names = NAME_OF_A_CODE.matcher(folded).results().toList();
        if (names.isEmpty()) {
            return;
        }
        // Folding leaves a composed text's places where they are; of another one every code counts as near.
        boolean inPlace = folded.length() == text.length();
        SHORT_RUN
                .matcher(withoutHarmless(text))
                .results()
                .filter(run -> !areYears(run.group()))
                .filter(run -> !inPlace || names.stream().anyMatch(name -> isNear(name, run)))
                .forEach(run -> parts.add(new Part(run.start(), run.end(), CODE)));
    }

    private static boolean isNear(MatchResult name, MatchResult run) {
        return run.start() - name.end() <= NEAR && name.start() - run.end() <= NEAR;
    }
}
