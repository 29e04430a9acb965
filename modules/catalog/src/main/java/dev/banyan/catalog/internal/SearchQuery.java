package dev.banyan.catalog.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A search as PostgreSQL's full text search takes it, put together from words of letters and digits: what somebody types
 * is never an expression.
 *
 * @param all what a product has to match: for each word of the search one of its readings
 * @param exactly the words as they were typed, which rank highest
 * @param begins the words as beginnings of longer ones
 * @param similar what may have been meant instead
 */
record SearchQuery(String all, String exactly, String begins, String similar) {
    /** How well the product {@code p} matches. */
    static final String SCORE = """
            (ts_rank(p.search, CAST(:exactly AS tsquery)) + ts_rank(p.search, CAST(:begins AS tsquery))
             + 0.5 * ts_rank(p.search, CAST(:similar AS tsquery)))::float8""";

    static SearchQuery of(List<SearchTerm> terms) {
        return new SearchQuery(
                terms.stream().map(term -> "(" + or(term.readings()) + ")").collect(Collectors.joining(" & ")),
                or(terms.stream().flatMap(SearchTerm::asTyped)),
                or(terms.stream().map(SearchTerm::asBeginning)),
                or(terms.stream().flatMap(SearchTerm::asMeant)));
    }

    StatementSpec bind(StatementSpec statement) {
        return statement
                .param("all", all)
                .param("exactly", exactly)
                .param("begins", begins)
                .param("similar", similar);
    }

    private static String or(Stream<String> readings) {
        return readings.distinct().collect(Collectors.joining(" | "));
    }
}
