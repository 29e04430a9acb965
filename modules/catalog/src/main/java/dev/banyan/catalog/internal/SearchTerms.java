package dev.banyan.catalog.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Understands what was typed into the search: compares its words with all words that products have. */
@Repository
class SearchTerms {
    private static final int MOST_WORDS = 12;

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
                ? Optional.of(SearchQuery.of(understood))
                : Optional.empty();
    }

    private static List<SearchTerm> preferring(Predicate<SearchTerm> wanted, List<SearchTerm> terms) {
        var preferred = terms.stream().filter(wanted).toList();
        return preferred.isEmpty() ? terms : preferred;
    }

    /** A misspelling is only looked for where no product has the word as it was typed. */
    private List<SearchTerm> terms(List<String> words) {
        return jdbc.sql("""
                SELECT typed.word, stemmed.stem, exact.known,
                       EXISTS (SELECT FROM catalog.word w WHERE w.word = stemmed.stem)
                       OR EXISTS (SELECT FROM catalog.word w
                                   WHERE w.word >= typed.word AND w.word < typed.word || chr(1114111)) AS begun,
                       CASE WHEN exact.known OR length(typed.word) < 4 THEN '{}'::text[]
                            ELSE ARRAY (SELECT catalog.similar_words(typed.word)) END AS similar
                  FROM unnest(CAST(:words AS text[])) WITH ORDINALITY AS typed (word, place)
                  CROSS JOIN LATERAL (
                       SELECT (ts_lexize('pg_catalog.english_stem', typed.word))[1] AS stem) stemmed
                  CROSS JOIN LATERAL (
                       SELECT EXISTS (SELECT FROM catalog.word w WHERE w.word = typed.word) AS known) exact
                 ORDER BY typed.place
                """)
                .param("words", words.toArray(String[]::new))
                .query(SearchTerms::term)
                .list();
    }

    private static SearchTerm term(ResultSet rs, int number) throws SQLException {
        var word = rs.getString("word");
        var similar = Arrays.asList((String[]) rs.getArray("similar").getArray());
        return new SearchTerm(
                word,
                rs.getString("stem"),
                rs.getBoolean("known"),
                rs.getBoolean("begun"),
                Spelling.nearest(word, similar));
    }
}
