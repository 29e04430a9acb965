package dev.banyan.users.internal;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds accounts by any part of their address or name, indexed without an extension of the database: by each three
 * characters in a row, and by the first one and two of each word.
 */
final class AccountSearch {
    private static final int GRAM = 3;

    private AccountSearch() {}

    /** What is searched: a line each, in lower case. */
    static String text(Account account) {
        return (account.email() + "\n" + account.name()).toLowerCase(Locale.ROOT);
    }

    static String[] grams(Account account) {
        var grams = new LinkedHashSet<String>();
        text(account).lines().forEach(line -> {
            addGrams(grams, line);
            addBeginnings(grams, line);
        });
        return grams.toArray(String[]::new);
    }

    /** The grams that every account has which contains {@code query}, which is in lower case. */
    static String[] gramsOf(String query) {
        var grams = new LinkedHashSet<String>();
        addGrams(grams, query);
        return grams.isEmpty() ? new String[] {query} : grams.toArray(String[]::new);
    }

    /** A pattern for {@code LIKE … ESCAPE '\'} in which {@code query} stands for itself. */
    static String pattern(String query) {
        return "%" + query.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static void addGrams(Set<String> grams, String line) {
        int[] points = line.codePoints().toArray();
        for (int i = 0; i + GRAM <= points.length; i++) {
            grams.add(new String(points, i, GRAM));
        }
    }

    private static void addBeginnings(Set<String> grams, String line) {
        for (var word : line.split("[^\\p{L}\\p{N}]+", -1)) {
            int[] points = word.codePoints().limit(GRAM - 1).toArray();
            for (int length = 1; length <= points.length; length++) {
                grams.add(new String(points, 0, length));
            }
        }
    }
}
