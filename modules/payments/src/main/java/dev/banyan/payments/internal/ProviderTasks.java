package dev.banyan.payments.internal;

import dev.banyan.payments.PaymentNotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is to be done for a payment. */
@Repository
class ProviderTasks {
    private final JdbcClient jdbc;
    private final FollowUps followUps;

    ProviderTasks(JdbcClient jdbc, FollowUps followUps) {
        this.jdbc = jdbc;
        this.followUps = followUps;
    }

    /** The payment's next step; empty when it is where it should be. */
    @Transactional(readOnly = true)
    public Optional<ProviderTask> next(UUID orderId) {
        var task = jdbc.sql("SELECT p.token, r.id AS refund_id, r.amount AS refund_amount, " + PaymentRepository.COLUMNS
                        + """
                          FROM payments.payments p
                          LEFT JOIN LATERAL (SELECT id, amount FROM payments.refunds
                                              WHERE payment_id = p.id AND state = 'PENDING' AND p.refunding > 0
                                              ORDER BY id LIMIT 1) r ON true
                         WHERE p.order_id = :orderId
                        """)
                .param("orderId", orderId)
                .query((row, n) -> task(row))
                .optional()
                .orElseThrow(() -> new PaymentNotFoundException(orderId));
        return Optional.of(task).filter(it -> it.step() != NextStep.NOTHING);
    }

    private ProviderTask task(ResultSet row) throws SQLException {
        var payment = PaymentRepository.payment(row);
        var now = followUps.now();
        var step = payment.next(now);
        var details = payment.details();
        return new ProviderTask(
                step,
                details,
                payment.standing(),
                step == NextStep.REFUND ? refund(row, details) : null,
                token(row),
                now);
    }

    private static @Nullable SealedToken token(ResultSet row) throws SQLException {
        byte @Nullable [] token = row.getBytes("token");
        return token == null ? null : new SealedToken(token);
    }

    private static Refund refund(ResultSet row, PaymentDetails payment) throws SQLException {
        return new Refund(row.getObject("refund_id", UUID.class), payment.id(), row.getLong("refund_amount"));
    }
}
