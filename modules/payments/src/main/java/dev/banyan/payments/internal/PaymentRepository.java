package dev.banyan.payments.internal;

import dev.banyan.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments, one per order. Whoever changes one locks its row first, so that changes are made one after the other. */
@Repository
class PaymentRepository {
    static final String COLUMNS = """
            p.id, p.order_id, p.provider, p.method, p.amount, p.currency, p.state, p.goal, p.stray, p.releases,
            p.reference, p.captured, p.refunded, p.refunding, p.tries, p.deadline""";

    private static final String UPDATE = """
            UPDATE payments.payments
               SET state = :state, goal = :goal, stray = :stray, releases = :releases,
                   reference = :reference, captured = :captured, refunded = :refunded, refunding = :refunding,
                   tries = :tries, deadline = :deadline,
                   token = CASE WHEN :state = 'PENDING' THEN token END
             WHERE id = :paymentId
            """;

    private final JdbcClient jdbc;

    PaymentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a new payment; false when the order has one. */
    boolean insert(PaymentDetails payment, Standing standing, byte @Nullable [] token, Instant at) {
        int rows = jdbc.sql("""
                        INSERT INTO payments.payments
                               (id, order_id, provider, method, amount, currency, token, state, goal, created_at)
                        VALUES (:id, :orderId, :provider, :method, :amount, :currency, :token, :state, :goal, :at)
                            ON CONFLICT (order_id) DO NOTHING
                        """)
                .param("id", payment.id())
                .param("orderId", payment.orderId())
                .param("provider", payment.provider())
                .param("method", payment.method())
                .param("amount", payment.amount().amount())
                .param("currency", payment.amount().currency())
                .param("token", token)
                .param("state", standing.state().name())
                .param("goal", standing.goal().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return rows == 1;
    }

    /** The order's payment, locked until the transaction ends. */
    Optional<Payment> lock(UUID orderId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM payments.payments p WHERE p.order_id = :orderId FOR UPDATE")
                .param("orderId", orderId)
                .query((row, n) -> payment(row))
                .optional();
    }

    /** The payment that the provider calls {@code reference}, or whose refund it calls so, locked until the transaction ends. */
    Optional<Payment> lockReferred(String provider, String reference) {
        return jdbc.sql("SELECT " + COLUMNS + """
                          FROM payments.payments p
                         WHERE p.id IN (SELECT q.id FROM payments.payments q
                                         WHERE q.provider = :provider AND q.reference = :reference
                                         UNION ALL
                                        SELECT r.payment_id FROM payments.refunds r
                                          JOIN payments.payments o ON o.id = r.payment_id AND o.provider = :provider
                                         WHERE r.reference = :reference)
                           FOR UPDATE
                        """)
                .param("provider", provider)
                .param("reference", reference)
                .query((row, n) -> payment(row))
                .optional();
    }

    /** Stores how far a locked payment is. The card's token goes when its authorization is decided. */
    void update(Payment payment) {
        update(payment, null);
    }

    /** {@link #update(Payment)}, and notes the attempt that came before it. */
    void update(Payment payment, @Nullable Attempt attempt) {
        var standing = payment.standing();
        var statement = attempt == null
                ? jdbc.sql(UPDATE)
                : AttemptRepository.bind(
                        jdbc.sql("WITH attempt AS (" + AttemptRepository.ADD + ") " + UPDATE), attempt);
        int rows = statement
                .param("state", standing.state().name())
                .param("goal", standing.goal().name())
                .param("stray", standing.stray())
                .param("releases", standing.releases())
                .param("reference", standing.reference())
                .param("captured", standing.balance().captured())
                .param("refunded", standing.balance().refunded())
                .param("refunding", standing.balance().refunding())
                .param("tries", standing.tries())
                .param("deadline", timestamp(standing.deadline()))
                .param("paymentId", payment.details().id())
                .update();
        if (rows != 1) {
            throw new IllegalStateException(
                    "Payment %s is gone".formatted(payment.details().id()));
        }
    }

    static Payment payment(ResultSet row) throws SQLException {
        var details = new PaymentDetails(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("provider"),
                row.getString("method"),
                new Money(row.getLong("amount"), row.getString("currency")));
        return new Payment(details, standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var deadline = row.getObject("deadline", OffsetDateTime.class);
        return new Standing(
                PaymentState.valueOf(row.getString("state")),
                PaymentGoal.valueOf(row.getString("goal")),
                row.getBoolean("stray"),
                row.getInt("releases"),
                row.getString("reference"),
                new Balance(row.getLong("captured"), row.getLong("refunded"), row.getLong("refunding")),
                row.getInt("tries"),
                deadline == null ? null : deadline.toInstant());
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
