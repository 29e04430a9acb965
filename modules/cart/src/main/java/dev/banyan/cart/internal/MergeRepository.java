package dev.banyan.cart.internal;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves lines from one cart to another. Both rows are locked in the order of their ids, so that merges can't wait for each other. */
@Repository
class MergeRepository {
    private final JdbcClient jdbc;

    MergeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock(UUID mine, UUID userId, String tokenHash) {
        jdbc.sql("""
                SELECT id FROM cart.carts
                 WHERE (id = :mine AND owner_id = :userId) OR token_hash = :tokenHash::text
                 ORDER BY id
                   FOR NO KEY UPDATE
                """)
                .param("mine", mine)
                .param("userId", userId)
                .param("tokenHash", tokenHash)
                .query(UUID.class)
                .list();
    }

    boolean isMerged(UUID guest, UUID mine) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM cart.carts WHERE id = :guest AND merged_into = :mine)")
                .param("guest", guest)
                .param("mine", mine)
                .query(Boolean.class)
                .single();
    }

    /** Adds the guest's lines, each up to a line's most, and completes the guest's cart. */
    void move(UUID guest, UUID mine) {
        jdbc.sql("""
                WITH added AS (
                    INSERT INTO cart.lines (cart_id, sku, quantity, added_at)
                    SELECT :mine, sku, quantity, clock_timestamp()
                      FROM cart.lines WHERE cart_id = :guest ORDER BY added_at, sku
                    ON CONFLICT (cart_id, sku)
                    DO UPDATE SET quantity = least(:most, lines.quantity + excluded.quantity)
                )
                UPDATE cart.carts
                   SET version = version + 1,
                       changed_at = now(),
                       state = CASE id WHEN :guest THEN 'COMPLETED' ELSE state END,
                       merged_into = CASE id WHEN :guest THEN :mine END
                 WHERE id IN (:guest, :mine)
                """)
                .param("mine", mine)
                .param("guest", guest)
                .param("most", CartLine.MAX_QUANTITY)
                .update();
    }
}
