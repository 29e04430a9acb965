package dev.banyan.orders.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Refunds of orders; used under the order's lock. */
@Repository
class RefundRepository {
    private final JdbcClient jdbc;

    RefundRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Refund refund) {
        jdbc.sql("""
                        INSERT INTO orders.refunds (id, order_id, amount_minor, currency, reason, status, created_at)
                        VALUES (:id, :order, :amount, :currency, :reason, :status, :createdAt)
                        """)
                .param("id", refund.id())
                .param("order", refund.orderId())
                .param("amount", refund.amount().amount())
                .param("currency", refund.amount().currency())
                .param("reason", refund.reason())
                .param("status", refund.status().name())
                .param("createdAt", OrderRows.time(refund.createdAt()))
                .update();
    }

    Optional<Refund> find(UUID id) {
        return jdbc.sql("SELECT * FROM orders.refunds WHERE id = :id")
                .param("id", id)
                .query(RefundRepository::map)
                .optional();
    }

    /** Oldest first. */
    List<Refund> ofOrder(UUID orderId) {
        return jdbc.sql("SELECT * FROM orders.refunds WHERE order_id = :order ORDER BY created_at, id")
                .param("order", orderId)
                .query(RefundRepository::map)
                .list();
    }

    /** Settles an open refund; empty when there is none, or it was settled before. */
    Optional<Refund> settle(UUID id, Refund.Status outcome) {
        return jdbc.sql("UPDATE orders.refunds SET status = :outcome WHERE id = :id AND status = 'PENDING' RETURNING *")
                .param("outcome", outcome.name())
                .param("id", id)
                .query(RefundRepository::map)
                .optional();
    }

    private static Refund map(ResultSet row, int index) throws SQLException {
        return new Refund(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                Refund.Status.valueOf(row.getString("status")),
                OrderRows.money(row, "amount_minor"),
                row.getString("reason"),
                OrderRows.time(row, "created_at"));
    }
}
