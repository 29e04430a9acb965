package dev.banyan.payments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Refunds that were asked for. Guarded by the lock on their payment. */
@Repository
class RefundRepository {
    private final JdbcClient jdbc;

    RefundRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM payments.refunds WHERE id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void insert(Refund refund, String reason, Instant at) {
        jdbc.sql("""
                        INSERT INTO payments.refunds (id, payment_id, amount, reason, state, created_at)
                        VALUES (:id, :paymentId, :amount, :reason, 'PENDING', :at)
                        """)
                .param("id", refund.id())
                .param("paymentId", refund.paymentId())
                .param("amount", refund.amount())
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The refund with this id, unless it is decided. */
    Optional<Refund> pending(UUID id) {
        return jdbc.sql("SELECT id, payment_id, amount FROM payments.refunds WHERE id = :id AND state = 'PENDING'")
                .param("id", id)
                .query((row, n) -> refund(row))
                .optional();
    }

    void decide(Refund refund, Refund.State state, @Nullable String reference) {
        int rows = jdbc.sql("""
                        UPDATE payments.refunds SET state = :state, reference = :reference
                         WHERE id = :id AND state = 'PENDING'
                        """)
                .param("state", state.name())
                .param("reference", reference)
                .param("id", refund.id())
                .update();
        if (rows != 1) {
            throw new IllegalStateException("Refund %s is decided already".formatted(refund.id()));
        }
    }

    private static Refund refund(ResultSet row) throws SQLException {
        return new Refund(
                row.getObject("id", UUID.class), row.getObject("payment_id", UUID.class), row.getLong("amount"));
    }
}
