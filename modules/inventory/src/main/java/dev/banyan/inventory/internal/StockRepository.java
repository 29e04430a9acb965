package dev.banyan.inventory.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Moves stock. Nothing is read, computed and written back: each statement changes the counters by a difference. It first
 * locks its rows in SKU order, so that two movements of the same SKUs queue up instead of waiting for each other, and it
 * judges what is available by the locked rows. A caller that owns a reservation has locked that before.
 */
@Repository
class StockRepository {
    private final JdbcClient jdbc;

    StockRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reserves what is available: a SKU that falls short is left as it is, and out of the result. */
    List<StockMovement> reserve(Quantities wanted) {
        return jdbc.sql("""
                WITH locked AS (
                    SELECT stock.sku, wanted.quantity, stock.on_hand - stock.reserved AS available
                      FROM unnest(:skus::text[], :units::bigint[]) AS wanted (sku, quantity)
                      JOIN inventory.stock USING (sku)
                     ORDER BY stock.sku
                       FOR NO KEY UPDATE OF stock
                )
                UPDATE inventory.stock
                   SET reserved = stock.reserved + locked.quantity, version = stock.version + 1
                  FROM locked
                 WHERE stock.sku = locked.sku AND locked.available >= locked.quantity
                RETURNING stock.sku, stock.on_hand - stock.reserved AS available, -locked.quantity AS change
                """)
                .param("skus", wanted.skus())
                .param("units", wanted.units())
                .query(StockRepository::movement)
                .list();
    }

    /** Gives back what these reservations have reserved. */
    List<StockMovement> free(List<UUID> reservations) {
        return jdbc.sql("""
                WITH locked AS (
                    SELECT stock.sku, freed.quantity
                      FROM (SELECT sku, sum(quantity)::bigint AS quantity
                              FROM inventory.reservation_lines
                             WHERE reservation_id = ANY (:reservations::uuid[])
                             GROUP BY sku) AS freed
                      JOIN inventory.stock USING (sku)
                     ORDER BY stock.sku
                       FOR NO KEY UPDATE OF stock
                )
                UPDATE inventory.stock
                   SET reserved = stock.reserved - locked.quantity, version = stock.version + 1
                  FROM locked
                 WHERE stock.sku = locked.sku
                RETURNING stock.sku, stock.on_hand - stock.reserved AS available, locked.quantity AS change
                """)
                .param("reservations", reservations.toArray(UUID[]::new))
                .query(StockRepository::movement)
                .list();
    }

    /** What this reservation has reserved leaves the house; availability stays. */
    void ship(UUID reservation) {
        jdbc.sql("""
                WITH locked AS (
                    SELECT stock.sku, line.quantity
                      FROM inventory.reservation_lines AS line
                      JOIN inventory.stock USING (sku)
                     WHERE line.reservation_id = :reservation
                     ORDER BY stock.sku
                       FOR NO KEY UPDATE OF stock
                )
                UPDATE inventory.stock
                   SET on_hand = stock.on_hand - locked.quantity,
                       reserved = stock.reserved - locked.quantity,
                       version = stock.version + 1
                  FROM locked
                 WHERE stock.sku = locked.sku
                """).param("reservation", reservation).update();
    }

    private static StockMovement movement(ResultSet row, int index) throws SQLException {
        return new StockMovement(row.getString("sku"), row.getLong("available"), row.getLong("change"));
    }
}
