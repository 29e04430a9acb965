package dev.banyan.cart.internal;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which order holds a cart. Each change locks the cart's row, so that of two that race the later one sees the earlier one's. */
@Repository
class CheckoutRepository {
    private final JdbcClient jdbc;

    CheckoutRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is no such open cart. */
    boolean freeze(UUID cart, CartAccess access, UUID order) {
        return jdbc.sql("""
                UPDATE cart.carts SET state = 'FROZEN', order_id = :order, changed_at = now()
                 WHERE id = :cart AND (owner_id = :userId::uuid OR token_hash = :tokenHash::text) AND state = 'OPEN'
                """)
                        .param("order", order)
                        .param("cart", cart)
                        .param("userId", access.userId())
                        .param("tokenHash", access.tokenHash())
                        .update()
                == 1;
    }

    /** Opens the cart if this order holds it. The row is locked in any case: a freeze on its way has to come before or after. */
    void release(UUID cart, UUID order) {
        jdbc.sql("""
                WITH released AS (
                    INSERT INTO cart.released_checkouts (order_id, released_at) VALUES (:order, now())
                    ON CONFLICT (order_id) DO NOTHING
                )
                UPDATE cart.carts
                   SET state = CASE order_id WHEN :order THEN 'OPEN' ELSE state END,
                       order_id = CASE order_id WHEN :order THEN NULL ELSE order_id END,
                       changed_at = now()
                 WHERE id = :cart AND state <> 'COMPLETED'
                """).param("order", order).param("cart", cart).update();
    }

    /** Forgets at most {@code limit} orders that released their cart so long ago; returns how many. */
    int forgetReleased(Duration ago, int limit) {
        return jdbc.sql("""
                DELETE FROM cart.released_checkouts
                 WHERE order_id IN (
                       SELECT order_id FROM cart.released_checkouts
                        WHERE released_at < now() - make_interval(secs => :ago)
                        ORDER BY released_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                """).param("ago", ago.toSeconds()).param("limit", limit).update();
    }

    /** Leaves a cart alone that this order doesn't hold. */
    void complete(UUID cart, UUID order) {
        jdbc.sql("""
                UPDATE cart.carts SET state = 'COMPLETED', changed_at = now()
                 WHERE id = :cart AND order_id = :order AND state = 'FROZEN'
                """).param("cart", cart).param("order", order).update();
    }
}
