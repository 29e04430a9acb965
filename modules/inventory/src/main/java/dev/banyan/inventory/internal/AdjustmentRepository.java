package dev.banyan.inventory.internal;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Staff's changes and the stock that they lead to. */
@Repository
class AdjustmentRepository {
    private final JdbcClient jdbc;

    AdjustmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The SKU's numbers, which nobody else can change until the transaction ends; its row is made at need. */
    StockLevel lock(String sku) {
        return jdbc.sql("""
                INSERT INTO inventory.stock (sku, on_hand, reserved, version) VALUES (:sku, 0, 0, 0)
                ON CONFLICT (sku) DO UPDATE SET version = stock.version
                RETURNING on_hand, reserved, version
                """)
                .param("sku", sku)
                .query((row, index) ->
                        new StockLevel(row.getLong("on_hand"), row.getLong("reserved"), row.getLong("version")))
                .single();
    }

    boolean isKnown(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM inventory.adjustments WHERE id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void keep(Adjustment adjustment) {
        jdbc.sql("""
                INSERT INTO inventory.adjustments (id, sku, delta, reason, made_by, made_at)
                VALUES (:id, :sku, :delta, :reason, :author, now())
                """)
                .param("id", adjustment.id())
                .param("sku", adjustment.sku())
                .param("delta", adjustment.delta())
                .param("reason", adjustment.reason())
                .param("author", adjustment.author())
                .update();
    }

    StockView apply(Adjustment adjustment) {
        return jdbc.sql("""
                UPDATE inventory.stock SET on_hand = on_hand + :delta, version = version + 1
                 WHERE sku = :sku
                RETURNING sku, on_hand, reserved, version
                """)
                .param("delta", adjustment.delta())
                .param("sku", adjustment.sku())
                .query((row, index) -> new StockView(
                        row.getString("sku"), row.getLong("on_hand"), row.getLong("reserved"), row.getLong("version")))
                .single();
    }
}
