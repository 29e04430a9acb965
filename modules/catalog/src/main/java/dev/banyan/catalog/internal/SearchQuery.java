package dev.banyan.catalog.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A search as PostgreSQL's full text search takes it, put together from words of letters and digits: what somebody types
 * is never an expression.
 */
record SearchQuery(List<SearchTerm> terms) {
    /** How well the product {@code p} matches. */
    static final String SCORE = """
            (ts_rank(p.search, CAST(:exactly AS tsquery)) + ts_rank(p.search, CAST(:begins AS tsquery))
             + 0.5 * ts_rank(p.search, CAST(:similar AS tsquery)))::float8""";

    private static final String SEPARATOR = " ";

    SearchQuery {
        terms = List.copyOf(terms);
    }

    /**
     * The search that {@link #text()} told: whatever products there are by now, it finds and ranks as it did.
     *
     * @throws IllegalArgumentException when it isn't one for what was {@code typed}
     */
    static SearchQuery parse(String text, String typed) {
        var terms =
                Arrays.stream(text.split(SEPARATOR, -1)).map(SearchTerm::parse).toList();
        if (terms.size() > SearchTerms.MOST_WORDS
                || !Words.of(typed)
                        .containsAll(terms.stream().map(SearchTerm::word).toList())) {
            throw new IllegalArgumentException("Another search's terms");
        }
        return new SearchQuery(terms);
    }

    String text() {
        return terms.stream().map(SearchTerm::text).collect(Collectors.joining(SEPARATOR));
    }

    /** What a product has to match: for each word of the search one of its readings. */
    String all() {
        return terms.stream().map(term -> "(" + or(term.readings()) + ")").collect(Collectors.joining(" & "));
    }

    /** The words as they were typed, which rank highest, as beginnings of longer ones, and what may have been meant instead. */
    StatementSpec bind(StatementSpec statement) {
        return statement
                .param("all", all())
                .param("exactly", or(terms.stream().flatMap(SearchTerm::asTyped)))
                .param("begins", or(terms.stream().map(SearchTerm::asBeginning)))
                .param("similar", or(terms.stream().flatMap(SearchTerm::asMeant)));
    }

    private static String or(Stream<String> readings) {
        return readings.distinct().collect(Collectors.joining(" | "));
    }
}
