package dev.banyan.catalog.internal;

import java.util.List;
import java.util.stream.IntStream;

/** How far apart two words are: letters left out, added, replaced, or swapped with their neighbour. */
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_WITH_TWO = 8;

    private Spelling() {}

    /** Those of {@code words} that {@code typed} may be meant to be. */
    static List<String> within(String typed, List<String> words) {
        int reach = reach(typed);
        return words.stream().filter(word -> distance(typed, word) <= reach).toList();
    }

    /** Those of {@code words} that {@code typed} is most likely meant to be: the nearest within reach. */
    static List<String> nearest(String typed, List<String> words) {
        int reach = reach(typed);
        var distances = words.stream().mapToInt(word -> distance(typed, word)).toArray();
        int nearest = IntStream.of(distances).min().orElse(Integer.MAX_VALUE);
        if (nearest > reach) {
            return List.of();
        }
        return IntStream.range(0, words.size())
                .filter(i -> distances[i] == nearest)
                .mapToObj(words::get)
                .toList();
    }

    /** The number of errors that a word of this length may have. */
    static int reach(String typed) {
        if (typed.length() < SHORTEST) {
            return 0;
        }
        return typed.length() < SHORTEST_WITH_TWO ? 1 : 2;
    }

    /** The optimal string alignment distance. */
    static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        var above = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
                if (isSwap(a, i, b, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = above;
            above = row;
        }
        return above[b.length()];
    }

    private static boolean isSwap(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
