package dev.banyan.inventory.internal;

import dev.banyan.inventory.Availability;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads stock. A SKU that nobody has stocked has none of it. */
@Service
class StockQueries {
    private final JdbcClient jdbc;

    StockQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One entry for each of {@code skus}, in their order. */
    @Transactional(readOnly = true)
    List<Availability> available(Collection<String> skus) {
        Map<String, Long> known = jdbc
                .sql("""
                SELECT sku, on_hand - reserved AS available FROM inventory.stock WHERE sku = ANY (:skus::text[])
                """)
                .param("skus", skus.toArray(String[]::new))
                .query((row, index) -> new Availability(row.getString("sku"), row.getLong("available")))
                .stream()
                .collect(Collectors.toMap(Availability::sku, Availability::available));
        return skus.stream()
                .map(sku -> new Availability(sku, known.getOrDefault(sku, 0L)))
                .toList();
    }

    @Transactional(readOnly = true)
    StockView find(String sku) {
        return jdbc.sql("SELECT sku, on_hand, reserved, version FROM inventory.stock WHERE sku = :sku")
                .param("sku", sku)
                .query((row, index) -> new StockView(
                        row.getString("sku"), row.getLong("on_hand"), row.getLong("reserved"), row.getLong("version")))
                .optional()
                .orElseGet(() -> StockView.none(sku));
    }
}
