package dev.banyan.catalog.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Text as searching and ordering see it: words of letters and digits, without case and accents. */
final class Words {
    /** PostgreSQL takes no longer word than 2,046 bytes. The rest of a longer one counts for nothing. */
    static final int LONGEST = 200;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i");

    private Words() {}

    /** The words of {@code text}, separated by single spaces. */
    static String fold(String text) {
        var folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (var letter : LETTERS.entrySet()) {
            folded = folded.replace(letter.getKey(), letter.getValue());
        }
        return BETWEEN.matcher(folded).replaceAll(" ").strip();
    }

    /** The different words of {@code text}, in order. */
    static List<String> of(String text) {
        return Arrays.stream(fold(text).split(" "))
                .filter(word -> !word.isEmpty())
                .map(Words::bounded)
                .distinct()
                .toList();
    }

    private static String bounded(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
