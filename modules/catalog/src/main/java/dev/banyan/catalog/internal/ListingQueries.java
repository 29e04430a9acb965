package dev.banyan.catalog.internal;

import dev.banyan.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads pages of products on sale: each is one range of one index, or the matches of a search. */
@Repository
class ListingQueries {
    private static final String MATCHING =
            "JOIN catalog.product p ON p.id = l.product_id AND p.archived_at IS NULL AND p.search @@ CAST(:all AS tsquery)";

    private static final int USUAL_ROWS = 21;
    private static final int MOST_ROWS = 101;

    private final JdbcClient jdbc;

    ListingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The rows behind {@code after} in {@code order}.
     *
     * @param search what {@link ListingFilter#search()} was understood as, null when nothing is searched for
     * @param after the last row of the page before, null for the first page
     * @param rows how many at least, as long as there are more; at most 101
     */
    List<ListingRow> page(
            ListingFilter filter,
            @Nullable SearchQuery search,
            ListingOrder order,
            @Nullable Position after,
            int rows) {
        var statement = jdbc.sql(sql(filter, search, order, after, rows))
                .param("currency", filter.currency())
                .param("category", filter.category());
        if (filter.minPrice() != null) {
            statement = statement.param("minPrice", filter.minPrice());
        }
        if (filter.maxPrice() != null) {
            statement = statement.param("maxPrice", filter.maxPrice());
        }
        if (search != null) {
            statement = search.bind(statement);
        }
        if (after != null) {
            statement = statement.param("after", after.value()).param("afterId", after.id());
        }
        return statement.query(ListingQueries::row).list();
    }

    /**
     * Put together from fixed parts only; every value is a parameter but the number of rows: PostgreSQL keeps no plan that
     * is good for any number, and making one takes longer than reading a page.
     */
    static String sql(
            ListingFilter filter,
            @Nullable SearchQuery search,
            ListingOrder order,
            @Nullable Position after,
            int rows) {
        return """
                SELECT page.id, page.price, page.currency, page.name_key, page.score,
                       shown.slug, shown.name, shown.description, shown.category
                  FROM (SELECT * FROM (%1$s) listed %2$s ORDER BY %3$s LIMIT %4$d) page
                  JOIN catalog.product shown ON shown.id = page.id
                 ORDER BY %3$s
                """.formatted(
                        listed(filter, search, order),
                        after == null ? "" : "WHERE " + order.afterCursor(),
                        order.orderBy(),
                        limit(rows));
    }

    /** One of two limits, so that there are few statements to plan. */
    private static int limit(int rows) {
        return rows <= USUAL_ROWS ? USUAL_ROWS : MOST_ROWS;
    }

    private static String listed(ListingFilter filter, @Nullable SearchQuery search, ListingOrder order) {
        return """
                SELECT l.product_id AS id, l.price, l.currency, l.name_key, %s AS score
                  FROM catalog.listing l %s
                 WHERE l.currency = :currency AND l.category = :category %s %s
                """.formatted(
                        order == ListingOrder.RELEVANCE ? SearchQuery.SCORE : "0",
                        search == null ? "" : MATCHING,
                        filter.minPrice() == null ? "" : "AND l.price >= :minPrice",
                        filter.maxPrice() == null ? "" : "AND l.price <= :maxPrice");
    }

    private static ListingRow row(ResultSet rs, int number) throws SQLException {
        var product = new ListedProduct(
                rs.getObject("id", UUID.class),
                rs.getString("slug"),
                rs.getString("name"),
                rs.getString("description"),
                rs.getString("category"),
                null,
                new Money(rs.getLong("price"), rs.getString("currency")));
        return new ListingRow(product, rs.getString("name_key"), rs.getDouble("score"));
    }

    /** Where a page ended: the last row's sort value and id. */
    record Position(Object value, UUID id) {}
}
