package dev.banyan.orders.internal;

import dev.banyan.runtime.events.Timers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cancels orders in two transactions: the decision, which fences off everything else, and the end, when all that was held is free. Between them runs {@link CancellationSteps}. */
@Service
class Cancellation {
    private final OrderRepository orders;
    private final JdbcClient jdbc;
    private final Timers timers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cancellation(
            OrderRepository orders, JdbcClient jdbc, Timers timers, ApplicationEventPublisher events, Clock clock) {
        this.orders = orders;
        this.jdbc = jdbc;
        this.timers = timers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Decides that an order is cancelled. A repeat changes nothing.
     *
     * @param text the wish in somebody's own words
     */
    @Transactional
    void request(UUID orderId, OrderAccess access, CancelReason reason, String text) {
        var order = orders.lock(orderId, access);
        decide(order, reason, text, access.by());
        orders.save(order);
    }

    /** Decides about at most {@code limit} orders that nobody has paid since {@code before}; returns about how many. Part of the sweep's transaction. */
    int requestOverdue(Instant before, int limit) {
        var overdue = jdbc.sql("""
                        SELECT id FROM orders.orders
                         WHERE status = 'PENDING' AND intent IS NULL AND created_at < :before
                         ORDER BY created_at LIMIT :limit FOR UPDATE SKIP LOCKED
                        """)
                .param("before", OrderRows.time(before))
                .param("limit", limit)
                .query(UUID.class)
                .list();
        overdue.forEach(id -> request(id, OrderAccess.SYSTEM, CancelReason.PAYMENT_TIMEOUT, "overdue"));
        return overdue.size();
    }

    /** Part of a transaction that has the order locked and saves it. */
    void decide(Order order, CancelReason reason, String text, String by) {
        if (order.requestCancellation(reason, text, by, now())) {
            var terms = order.terms();
            timers.schedule(
                    terms.id().toString(), Instant.EPOCH, new CancelOrder(terms.id(), terms.cartId(), terms.total()));
        }
    }

    /** The order holds nothing any more. A repeat changes nothing. */
    @Transactional
    void complete(UUID orderId) {
        var order = orders.lock(orderId, OrderAccess.SYSTEM);
        order.cancelled(now()).ifPresent(events::publishEvent);
        orders.save(order);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
