package dev.banyan.catalog.internal;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A word of a search and what it may mean.
 *
 * @param stem its English stem, null for a word that carries no meaning ("the")
 * @param begun whether a product on sale has this word, one that begins like this, or another form of it
 * @param similar the words of products on sale that it is most likely a misspelling of
 */
record SearchTerm(String word, @Nullable String stem, boolean begun, List<String> similar) {
    private static final String SEPARATOR = "/";
    private static final Pattern TEXT =
            Pattern.compile("[\\p{L}\\p{N}]{1,%1$d}+/[\\p{L}\\p{N}]{0,%1$d}+(?:/[\\p{L}\\p{N}]{1,%1$d}+){0,%2$d}+"
                    .formatted(Words.LONGEST, SearchTerms.MOST_SIMILAR));

    SearchTerm {
        similar = List.copyOf(similar);
    }

    /**
     * The term that {@link #text()} told.
     *
     * @throws IllegalArgumentException when it was made up
     */
    static SearchTerm parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("No term");
        }
        var parts = Arrays.asList(text.split(SEPARATOR, -1));
        var stem = parts.get(1).isEmpty() ? null : parts.get(1);
        return new SearchTerm(parts.getFirst(), stem, true, parts.subList(2, parts.size()));
    }

    /** All that matters for what is found, as a text of letters, digits and slashes. */
    String text() {
        return Stream.concat(Stream.of(word, stem == null ? "" : stem), similar.stream())
                .collect(Collectors.joining(SEPARATOR));
    }

    boolean isMeaningful() {
        return stem != null;
    }

    /** Whether any product can match. */
    boolean isUnderstood() {
        return begun || !similar.isEmpty();
    }

    Stream<String> asTyped() {
        return Stream.of(quote(word), quote(stem == null ? word : stem)).distinct();
    }

    String asBeginning() {
        return quote(word) + ":*";
    }

    Stream<String> asMeant() {
        return similar.stream().map(SearchTerm::quote);
    }

    Stream<String> readings() {
        return Stream.of(Stream.of(asBeginning()), asTyped(), asMeant()).flatMap(reading -> reading);
    }

    private static String quote(String word) {
        return "'" + word + "'";
    }
}
