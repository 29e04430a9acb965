package dev.banyan.orders.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.events.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers each checkout while it holds things in other modules: what isn't placed is given back, whatever crashes. A row's
 * state changes once from {@code STARTED}, to {@code PLACED} or {@code ABANDONED}; so nothing is given back that an order has.
 */
@Service
class CheckoutLedger {
    /** Time for the request itself to give back what it held before the timer does. */
    private static final Duration HEAD_START = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Timers timers;
    private final Clock clock;

    CheckoutLedger(JdbcClient jdbc, Timers timers, Clock clock) {
        this.jdbc = jdbc;
        this.timers = timers;
        this.clock = clock;
    }

    /** Starts or resumes the operation's checkout. One that has been undone starts anew, with another order's id. */
    @Transactional
    CheckoutAttempt begin(UUID operationId, UUID cartId) {
        return jdbc.sql("""
                        INSERT INTO orders.checkouts AS c (operation_id, order_id, cart_id, state, touched_at)
                        VALUES (:operation, :operation, :cart, 'STARTED', :now)
                        ON CONFLICT (operation_id) DO UPDATE
                           SET order_id = CASE c.state WHEN 'FREED' THEN :fresh ELSE c.order_id END,
                               state = CASE c.state WHEN 'FREED' THEN 'STARTED' ELSE c.state END,
                               touched_at = CASE WHEN c.state IN ('FREED', 'STARTED') THEN :now ELSE c.touched_at END
                        RETURNING operation_id, order_id, cart_id, state
                        """)
                .param("operation", operationId)
                .param("cart", cartId)
                .param("fresh", Ids.next())
                .param("now", OrderRows.time(clock.instant()))
                .query(CheckoutAttempt::map)
                .single();
    }

    /**
     * Decides that the attempt won't be placed. What it holds is given back by a timer, unless {@link #freed} comes first.
     *
     * @return false when it was decided before: placed, or abandoned
     */
    @Transactional
    boolean abandon(CheckoutAttempt attempt) {
        var now = clock.instant();
        var abandoned = jdbc.sql("""
                        UPDATE orders.checkouts SET state = 'ABANDONED', touched_at = :now
                         WHERE operation_id = :operation AND order_id = :order AND state = 'STARTED'
                        """)
                .param("operation", attempt.operationId())
                .param("order", attempt.orderId())
                .param("now", OrderRows.time(now))
                .update();
        if (abandoned == 1) {
            schedule(attempt, now.plus(HEAD_START));
        }
        return abandoned == 1;
    }

    /** Whatever the attempt held has been given back. A repeat changes nothing. */
    @Transactional
    void freed(CheckoutAttempt attempt) {
        timers.cancel(FreeCheckout.class, attempt.orderId().toString());
        jdbc.sql("""
                        UPDATE orders.checkouts SET state = 'FREED', touched_at = :now
                         WHERE operation_id = :operation AND order_id = :order AND state = 'ABANDONED'
                        """)
                .param("operation", attempt.operationId())
                .param("order", attempt.orderId())
                .param("now", OrderRows.time(clock.instant()))
                .update();
    }

    /** Abandons at most {@code limit} that have been left half done since {@code before}; returns how many. Part of the sweep's transaction. */
    int abandonOverdue(Instant before, int limit) {
        var now = clock.instant();
        var abandoned = jdbc.sql("""
                        UPDATE orders.checkouts SET state = 'ABANDONED', touched_at = :now
                         WHERE state = 'STARTED' AND operation_id IN (
                               SELECT operation_id FROM orders.checkouts
                                WHERE state = 'STARTED' AND touched_at < :before
                                ORDER BY touched_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING operation_id, order_id, cart_id, state
                        """)
                .param("now", OrderRows.time(now))
                .param("before", OrderRows.time(before))
                .param("limit", limit)
                .query(CheckoutAttempt::map)
                .list();
        abandoned.forEach(attempt -> schedule(attempt, Instant.EPOCH));
        return abandoned.size();
    }

    /** Forgets at most {@code limit} that ended before the given time, when no idempotency key can bring them back; returns how many. */
    int forget(Instant before, int limit) {
        return jdbc.sql("""
                        DELETE FROM orders.checkouts
                         WHERE operation_id IN (
                               SELECT operation_id FROM orders.checkouts
                                WHERE state IN ('FREED', 'PLACED') AND touched_at < :before
                                ORDER BY touched_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                        """)
                .param("before", OrderRows.time(before))
                .param("limit", limit)
                .update();
    }

    private void schedule(CheckoutAttempt attempt, Instant due) {
        var timer = new FreeCheckout(attempt.operationId(), attempt.orderId(), attempt.cartId());
        timers.schedule(attempt.orderId().toString(), due, timer);
    }
}
