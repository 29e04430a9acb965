package dev.banyan.payments.internal;

import dev.banyan.kernel.Money;
import dev.banyan.kernel.Page;
import dev.banyan.payments.internal.PaymentView.AttemptView;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Payments with the last hundred of their attempts, newest payment first. */
@Repository
class PaymentQueries {
    private static final String LIST = "payments";
    private static final int SHOWN_ATTEMPTS = 100;

    private final JdbcClient jdbc;

    PaymentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page of all payments, or of {@code orderId}'s alone. */
    @Transactional(readOnly = true)
    public Page<PaymentView> list(@Nullable UUID orderId, PageRequest request) {
        var rows = rows(orderId, after(request), request.fetch());
        var attempts = attempts(rows.stream().map(PaymentView::id).toList());
        return Page.of(
                        rows,
                        request.limit(),
                        last -> PageRequest.cursor(LIST, last.id().toString()))
                .map(row -> withAttempts(row, attempts.getOrDefault(row.id(), List.of())));
    }

    private List<PaymentView> rows(@Nullable UUID orderId, @Nullable UUID after, int fetch) {
        var where = (orderId == null ? "" : " AND p.order_id = :orderId") + (after == null ? "" : " AND p.id < :after");
        var query = jdbc.sql(
                        "SELECT " + PaymentRepository.COLUMNS + ", p.created_at FROM payments.payments p WHERE true"
                                + where + " ORDER BY p.id DESC LIMIT :fetch")
                .param("fetch", fetch);
        if (orderId != null) {
            query = query.param("orderId", orderId);
        }
        if (after != null) {
            query = query.param("after", after);
        }
        return query.query((row, n) -> view(row)).list();
    }

    private Map<UUID, List<AttemptView>> attempts(List<UUID> paymentIds) {
        var byPayment = new HashMap<UUID, List<AttemptView>>();
        if (paymentIds.isEmpty()) {
            return byPayment;
        }
        jdbc.sql("""
                        SELECT a.payment_id, a.at, a.action, a.outcome, a.code
                          FROM payments.payments p
                         CROSS JOIN LATERAL (SELECT * FROM payments.attempts
                                              WHERE payment_id = p.id ORDER BY id DESC LIMIT :shown) a
                         WHERE p.id IN (:ids) ORDER BY a.payment_id, a.id
                        """).param("ids", paymentIds).param("shown", SHOWN_ATTEMPTS).query(row -> {
            byPayment
                    .computeIfAbsent(row.getObject("payment_id", UUID.class), id -> new ArrayList<>())
                    .add(attempt(row));
        });
        return byPayment;
    }

    private static PaymentView view(ResultSet row) throws SQLException {
        var payment = PaymentRepository.payment(row);
        var details = payment.details();
        var standing = payment.standing();
        var currency = details.amount().currency();
        return new PaymentView(
                details.id(),
                details.orderId(),
                details.provider(),
                standing.reference(),
                PaymentStatus.of(standing).name(),
                details.amount(),
                new Money(standing.balance().captured(), currency),
                new Money(standing.balance().refunded(), currency),
                List.of(),
                time(row, "created_at"));
    }

    private static AttemptView attempt(ResultSet row) throws SQLException {
        return new AttemptView(
                time(row, "at"), row.getString("action"), row.getString("outcome"), row.getString("code"));
    }

    private static PaymentView withAttempts(PaymentView of, List<AttemptView> attempts) {
        return new PaymentView(
                of.id(),
                of.orderId(),
                of.provider(),
                of.reference(),
                of.status(),
                of.amount(),
                of.captured(),
                of.refunded(),
                attempts,
                of.createdAt());
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable UUID after(PageRequest request) {
        var values = request.after(LIST, 1);
        try {
            return values.isEmpty() ? null : UUID.fromString(values.getFirst());
        } catch (IllegalArgumentException foreign) {
            throw InvalidRequestException.field("cursor", "invalid", "is not a cursor of this list");
        }
    }
}
