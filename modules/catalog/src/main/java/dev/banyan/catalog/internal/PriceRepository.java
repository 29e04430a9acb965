package dev.banyan.catalog.internal;

import dev.banyan.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PriceRepository {
    private final JdbcClient jdbc;

    PriceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives each of these SKUs exactly these prices. Returns what is different now, in the order of the SKUs. */
    List<PriceChange> replace(Map<String, List<Money>> prices) {
        var wanted = prices.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(money -> new Row(entry.getKey(), money.currency(), money.amount())))
                .toList();
        return jdbc
                .sql("""
                WITH wanted AS (
                     SELECT * FROM jsonb_to_recordset(CAST(:wanted AS jsonb)) AS given (sku text, currency char(3), amount bigint)),
                gone AS (
                     DELETE FROM catalog.price p
                      WHERE p.sku = ANY (:skus)
                        AND NOT EXISTS (SELECT FROM wanted w WHERE w.sku = p.sku AND w.currency = p.currency)
                     RETURNING p.sku, p.currency),
                changed AS (
                     INSERT INTO catalog.price (sku, currency, amount)
                     SELECT sku, currency, amount FROM wanted
                     ON CONFLICT (sku, currency) DO UPDATE SET amount = excluded.amount
                      WHERE price.amount <> excluded.amount
                     RETURNING sku, currency, amount)
                SELECT sku, currency, amount FROM changed
                 UNION ALL
                SELECT sku, currency, NULL FROM gone
                """)
                .param("wanted", Json.write(wanted))
                .param("skus", prices.keySet().toArray(String[]::new))
                .query(PriceRepository::change)
                .stream()
                .sorted(Comparator.comparing(PriceChange::sku).thenComparing(PriceChange::currency))
                .toList();
    }

    private static PriceChange change(ResultSet rs, int number) throws SQLException {
        return new PriceChange(rs.getString("sku"), rs.getString("currency"), rs.getObject("amount", Long.class));
    }

    private record Row(String sku, String currency, long amount) {}
}
