package vn.toso.domain.text;

import java.text.Normalizer;

/**
 * The accents of a text as a text that sorts them in the order of Vietnamese dictionaries: first the letter (a ă â, d đ,
 * e ê, o ô ơ, u ư), then the tone (none, huyền, hỏi, ngã, sắc, nặng).
 */
final class Accents {

    /** Combining marks of the tones in their order: grave, hook above, tilde, acute, dot below. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    /** Combining marks that make a letter, in their order: breve, circumflex, horn. */
    private static final String SHAPES = "\u0306\u0302\u031b";

    private static final char PLAIN = 'a';

    private Accents() {}

    /** One letter for each letter of the text, {@code a} for a bare one; trailing ones are left off. */
    static String key(String lower) {
        StringBuilder key = new StringBuilder();
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        for (int i = 0; i < decomposed.length(); i++) {
            char next = decomposed.charAt(i);
            int weight = weight(next);
            if (weight > 0 && !key.isEmpty() && next != 'đ') {
                int last = key.length() - 1;
                key.setCharAt(last, (char) (key.charAt(last) + weight));
            } else {
                key.append((char) (PLAIN + weight));
            }
        }
        return key.toString().replaceFirst(PLAIN + "+$", "");
    }

    /** A shape weighs more than any tone. */
    private static int weight(char mark) {
        if (mark == 'đ') {
            return TONES.length() + 1;
        }
        int shape = SHAPES.indexOf(mark) + 1;
        int tone = TONES.indexOf(mark) + 1;
        return shape * (TONES.length() + 1) + tone;
    }
}
