package dev.banyan.catalog.internal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A word of a search and what it may mean.
 *
 * @param stem its English stem, null for a word that carries no meaning ("the")
 * @param known whether a product has exactly this word
 * @param begun whether a product has a word that begins like this, or another form of it
 * @param similar the known words that it is most likely a misspelling of
 */
record SearchTerm(String word, @Nullable String stem, boolean known, boolean begun, List<String> similar) {
    SearchTerm {
        similar = List.copyOf(similar);
    }

    boolean isMeaningful() {
        return stem != null;
    }

    /** Whether any product can match. */
    boolean isUnderstood() {
        return known || begun || !similar.isEmpty();
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
