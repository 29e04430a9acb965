package dev.banyan.inventory.internal;

import dev.banyan.kernel.Ids;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a whole stock into an empty table with one statement, accounted for like any other change of staff's. */
@Service
class FirstStock {
    private final JdbcClient jdbc;

    FirstStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves the table alone when it holds anything; of two that fill it at once each SKU is taken from one. */
    @Transactional
    void fill(Quantities onHand) {
        jdbc.sql("""
                WITH filled AS (
                    INSERT INTO inventory.stock (sku, on_hand, reserved, version)
                    SELECT sku, units, 0, 1
                      FROM unnest(:skus::text[], :units::bigint[]) AS first (sku, units)
                     WHERE NOT EXISTS (SELECT FROM inventory.stock)
                    ON CONFLICT (sku) DO NOTHING
                    RETURNING sku, on_hand
                )
                INSERT INTO inventory.adjustments (id, sku, delta, reason, made_by, made_at)
                SELECT ids.id, filled.sku, filled.on_hand, 'First stock', 'demo', now()
                  FROM filled JOIN unnest(:skus::text[], :ids::uuid[]) AS ids (sku, id) USING (sku)
                """)
                .param("skus", onHand.skus())
                .param("units", onHand.units())
                .param(
                        "ids",
                        Stream.generate(Ids::next).limit(onHand.bySku().size()).toArray(UUID[]::new))
                .update();
    }
}
