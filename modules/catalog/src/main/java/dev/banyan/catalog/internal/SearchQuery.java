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
 * @param any all readings of all words, to rank by
 * @param exactly the words as they were typed, to rank those above the guesses
 */
record SearchQuery(String all, String any, String exactly) {
    static SearchQuery of(List<SearchTerm> terms) {
        var all = terms.stream().map(term -> "(" + or(term.readings()) + ")").collect(Collectors.joining(" & "));
        var any = or(terms.stream().flatMap(term -> term.readings()).distinct());
        var exactly = or(terms.stream().flatMap(term -> term.asTyped()).distinct());
        return new SearchQuery(all, any, exactly);
    }

    StatementSpec bind(StatementSpec statement) {
        var bound = statement.param("all", all).param("any", any);
        return bound.param("exactly", exactly);
    }

    private static String or(Stream<String> readings) {
        return readings.collect(Collectors.joining(" | "));
    }
}
