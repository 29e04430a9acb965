package dev.banyan.orders.internal;

import dev.banyan.payments.AuthorizePayment;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is still to be asked of payments. */
@Repository
class PendingPayments {
    private final JdbcClient jdbc;
    private final CardTokens cardTokens;

    PendingPayments(JdbcClient jdbc, CardTokens cardTokens) {
        this.jdbc = jdbc;
        this.cardTokens = cardTokens;
    }

    /** Empty when the outcome is known already, or the order is being cancelled. */
    @Transactional(readOnly = true)
    Optional<AuthorizePayment> find(UUID orderId) {
        return jdbc.sql("""
                        SELECT currency, total_minor, payment_method, payment_token FROM orders.orders
                         WHERE id = :id AND status = 'PENDING' AND intent IS NULL AND payment_token IS NOT NULL
                        """)
                .param("id", orderId)
                .query((row, index) -> new AuthorizePayment(
                        orderId,
                        OrderRows.money(row, "total_minor"),
                        row.getString("payment_method"),
                        cardTokens.open(orderId, row.getBytes("payment_token"))))
                .optional();
    }
}
