package dev.banyan.catalog.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Understands what was typed into the search: compares its words with all words that products on sale have. */
@Repository
class SearchTerms {
    static final int MOST_WORDS = 12;

    /** Of a whole search, so that it fits into a cursor. */
    static final int MOST_SIMILAR = 12;

    private final JdbcClient jdbc;

    SearchTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to look for; empty when nothing can match. A word that no product has, however it is read, is passed over as
     * long as another one has a meaning; so are words like "the".
     */
    Optional<SearchQuery> understand(String search) {
        var words = Words.of(search).stream().limit(MOST_WORDS).toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var understood = preferring(SearchTerm::isMeaningful, preferring(SearchTerm::isUnderstood, terms(words)));
        return understood.stream().anyMatch(SearchTerm::isUnderstood)
                ? Optional.of(new SearchQuery(understood))
                : Optional.empty();
    }

    private static List<SearchTerm> preferring(Predicate<SearchTerm> wanted, List<SearchTerm> terms) {
        var preferred = terms.stream().filter(wanted).toList();
        return preferred.isEmpty() ? terms : preferred;
    }

    private List<SearchTerm> terms(List<String> words) {
        var typed = typed(words);
        var sold = sold(typed.stream().flatMap(word -> word.similar.stream()).toList());
        int most = Math.max(1, MOST_SIMILAR / words.size());
        return typed.stream().map(word -> word.meant(sold, most)).toList();
    }

    /** A misspelling is only looked for where no product has the word as it was typed. */
    private List<Typed> typed(List<String> words) {
        return jdbc.sql("""
                SELECT typed.word, stemmed.stem,
                       exact.known OR catalog.is_sold(CAST(
                           coalesce(quote_literal(stemmed.stem) || ' | ', '') || quote_literal(typed.word) || ':*'
                           AS tsquery)) AS begun,
                       CASE WHEN exact.known OR length(typed.word) NOT BETWEEN 4 AND 40 THEN '{}'::text[]
                            ELSE ARRAY (SELECT catalog.similar_words(typed.word)) END AS similar
                  FROM unnest(CAST(:words AS text[])) WITH ORDINALITY AS typed (word, place)
                  CROSS JOIN LATERAL (
                       SELECT (ts_lexize('pg_catalog.english_stem', typed.word))[1] AS stem) stemmed
                  CROSS JOIN LATERAL (
                       SELECT catalog.is_sold(CAST(quote_literal(typed.word) AS tsquery)) AS known OFFSET 0) exact
                 ORDER BY typed.place
                """)
                .param("words", words.toArray(String[]::new))
                .query(SearchTerms::typed)
                .list();
    }

    private static Typed typed(ResultSet rs, int number) throws SQLException {
        var word = rs.getString("word");
        var similar = Arrays.asList((String[]) rs.getArray("similar").getArray());
        return new Typed(word, rs.getString("stem"), rs.getBoolean("begun"), Spelling.within(word, similar));
    }

    /** Those that a product on sale has. */
    private Set<String> sold(Collection<String> words) {
        if (words.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                SELECT DISTINCT meant.word FROM unnest(CAST(:words AS text[])) AS meant (word)
                 WHERE catalog.is_sold(CAST(quote_literal(meant.word) AS tsquery))
                """)
                .param("words", words.toArray(String[]::new))
                .query((rs, number) -> rs.getString("word"))
                .list());
    }

    /** A word as typed, with all that it may be a misspelling of. */
    private record Typed(String word, @Nullable String stem, boolean begun, List<String> similar) {
        SearchTerm meant(Set<String> sold, int most) {
            var candidates = similar.stream().filter(sold::contains).toList();
            var nearest = Spelling.nearest(word, candidates).stream().limit(most);
            return new SearchTerm(word, stem, begun, nearest.toList());
        }
    }
}
