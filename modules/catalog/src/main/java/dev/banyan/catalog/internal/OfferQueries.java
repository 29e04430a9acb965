package dev.banyan.catalog.internal;

import dev.banyan.catalog.FindOffers;
import dev.banyan.catalog.Offer;
import dev.banyan.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What SKUs are called and cost at present. */
@Service
class OfferQueries {
    private final JdbcClient jdbc;

    OfferQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Offer> find(FindOffers query) {
        return jdbc.sql("""
                SELECT v.sku, p.name, pr.amount,
                       ARRAY (SELECT chosen ->> 'value' FROM jsonb_array_elements(v.options)
                              WITH ORDINALITY AS o (chosen, place) ORDER BY place) AS option_values,
                       p.archived_at IS NULL AND v.archived_at IS NULL AS on_sale
                  FROM catalog.variant v
                  JOIN catalog.product p ON p.id = v.product_id
                  LEFT JOIN catalog.price pr ON pr.sku = v.sku AND pr.currency = :currency
                 WHERE v.sku = ANY (:skus)
                 ORDER BY v.sku
                """)
                .param("currency", query.currency())
                .param("skus", query.skus().toArray(String[]::new))
                .query((rs, number) -> offer(rs, query.currency()))
                .list();
    }

    private static Offer offer(ResultSet rs, String currency) throws SQLException {
        var name = new ArrayList<>(List.of(rs.getString("name")));
        name.addAll(Arrays.asList((String[]) rs.getArray("option_values").getArray()));
        long amount = rs.getLong("amount");
        var price = rs.wasNull() ? null : new Money(amount, currency);
        return new Offer(rs.getString("sku"), String.join(", ", name), price, rs.getBoolean("on_sale"));
    }
}
