package dev.banyan.orders.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Orders as aggregates. What changes one reads it with {@link #lock} and writes it with {@link #save} in the same transaction. */
@Repository
class OrderRepository {
    static final long FIRST_VERSION = 1;

    private static final String SAVE = """
            WITH saved AS (
                UPDATE orders.orders
                   SET status = :status, fulfilment_status = :fulfilment, payment_status = :payment, intent = :intent,
                       cancel_reason = :reason, captured_minor = :captured, refunded_minor = :refunded,
                       refunding_minor = :refunding, version = version + 1,
                       payment_token = CASE WHEN :tokenNeeded THEN payment_token END
                 WHERE id = :id AND version = :version
                RETURNING id
            ), logged AS (
                INSERT INTO orders.order_history (order_id, kind, value, reason, actor, at)
                SELECT saved.id, h.kind, h.value, h.reason, h.actor, h.at::timestamptz
                  FROM saved, unnest(:kinds::text[], :values::text[], :reasons::text[], :actors::text[], :times::text[])
                       WITH ORDINALITY AS h (kind, value, reason, actor, at, n)
                 ORDER BY h.n
            )
            SELECT count(*) FROM saved
            """;

    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final OrderChanges changes;

    OrderRepository(JdbcClient jdbc, OrderRows rows, OrderChanges changes) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.changes = changes;
    }

    /** The order as it is now, to decide which calls to make; it may change at once. */
    @Transactional(readOnly = true)
    Optional<Order> find(UUID id) {
        return jdbc.sql("SELECT " + OrderRows.COLUMNS + " FROM orders.orders o WHERE o.id = :id")
                .param("id", id)
                .query(rows::order)
                .optional();
    }

    /** The order, which nobody else changes until this transaction ends; one that the access doesn't reach is not found. */
    Order lock(UUID id, OrderAccess access) {
        return jdbc.sql("SELECT " + OrderRows.COLUMNS + " FROM orders.orders o WHERE o.id = :id AND "
                        + OrderAccess.CONDITION + " FOR UPDATE OF o")
                .param("id", id)
                .param("all", access.all())
                .param("userId", access.userId())
                .param("tokenHash", access.tokenHash())
                .query(rows::order)
                .optional()
                .orElseThrow(() -> new OrderNotFoundException(id));
    }

    /** Writes what changed, if anything did; whoever waits for this order learns of it at commit. Nobody waits for its payment's state alone. */
    void save(Order order) {
        if (order.log().isEmpty()) {
            return;
        }
        var state = order.state();
        var balance = state.balance();
        var history = order.log().entries();
        var reason = state.cancelReason();
        var intent = state.intent();
        var saved = jdbc.sql(SAVE)
                .param("id", order.terms().id())
                .param("version", order.version())
                .param("status", state.status().name())
                .param("fulfilment", state.status().fulfilment().name())
                .param("payment", balance.status().name())
                .param("intent", intent == null ? null : intent.name())
                .param("reason", reason == null ? null : reason.code())
                .param("captured", balance.captured().amount())
                .param("refunded", balance.refunded().amount())
                .param("refunding", balance.refunding().amount())
                .param("tokenNeeded", state.isAwaitingPayment() && balance.status() == PaymentStatus.PENDING)
                .param("kinds", column(history, entry -> entry.kind().name()))
                .param("values", column(history, HistoryEntry::value))
                .param("reasons", column(history, HistoryEntry::reason))
                .param("actors", column(history, HistoryEntry::by))
                .param("times", column(history, entry -> entry.at().toString()))
                .query(Integer.class)
                .single();
        if (saved != 1) {
            throw new OptimisticLockingFailureException(
                    "Order %s was changed meanwhile".formatted(order.terms().id()));
        }
        if (history.stream().anyMatch(entry -> entry.kind() != HistoryEntry.Kind.PAYMENT)) {
            changes.announceAfterCommit(order.terms().id());
        }
    }

    private static @Nullable String[] column(
            List<HistoryEntry> history, Function<HistoryEntry, @Nullable String> value) {
        var column = new @Nullable String[history.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(history.get(i));
        }
        return column;
    }
}
