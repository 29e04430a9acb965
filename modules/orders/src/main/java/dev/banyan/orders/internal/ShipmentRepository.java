package dev.banyan.orders.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shipments, at most one per order; used under the order's lock. */
@Repository
class ShipmentRepository {
    private final JdbcClient jdbc;

    ShipmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Shipment shipment) {
        jdbc.sql("""
                        INSERT INTO orders.shipments (id, order_id, tracking_code, created_at)
                        VALUES (:id, :order, :trackingCode, :createdAt)
                        """)
                .param("id", shipment.id())
                .param("order", shipment.orderId())
                .param("trackingCode", shipment.trackingCode())
                .param("createdAt", OrderRows.time(shipment.createdAt()))
                .update();
    }

    Optional<Shipment> ofOrder(UUID orderId) {
        return jdbc.sql("SELECT id, order_id, tracking_code, created_at FROM orders.shipments WHERE order_id = :order")
                .param("order", orderId)
                .query(ShipmentRepository::map)
                .optional();
    }

    void delete(UUID orderId) {
        jdbc.sql("DELETE FROM orders.shipments WHERE order_id = :order")
                .param("order", orderId)
                .update();
    }

    private static Shipment map(ResultSet row, int index) throws SQLException {
        return new Shipment(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("tracking_code"),
                OrderRows.time(row, "created_at"));
    }
}
