package dev.banyan.cart.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Carts and their lines. Whose a cart is stands in every query. What changes lines locks the cart's row first, so that
 * changes of one cart take turns, and works on an open cart only.
 */
@Repository
class CartRepository {
    private static final String COLUMNS = """
            SELECT id, currency, state, order_id, version,
                   ARRAY (SELECT sku FROM cart.lines WHERE cart_id = carts.id ORDER BY added_at, sku) AS skus,
                   ARRAY (SELECT quantity FROM cart.lines WHERE cart_id = carts.id ORDER BY added_at, sku) AS quantities
            """;
    private static final String CART = COLUMNS + " FROM cart.carts ";

    private final JdbcClient jdbc;

    CartRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the cart; one that this operation has made before only takes the new token. */
    void create(UUID id, String currency, CartAccess owner) {
        jdbc.sql("""
                INSERT INTO cart.carts (id, owner_id, token_hash, currency, state, version, created_at, changed_at)
                VALUES (:id, :userId::uuid, :tokenHash::text, :currency, 'OPEN', 1, now(), now())
                ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash
                """)
                .param("id", id)
                .param("userId", owner.userId())
                .param("tokenHash", owner.tokenHash())
                .param("currency", currency)
                .update();
    }

    Optional<Cart> find(UUID id, CartAccess access) {
        return jdbc.sql(CART + "WHERE id = :id AND (owner_id = :userId::uuid OR token_hash = :tokenHash::text)")
                .param("id", id)
                .param("userId", access.userId())
                .param("tokenHash", access.tokenHash())
                .query(CartRepository::cart)
                .optional();
    }

    /** The cart, and whether {@code order} has released its own. Ask after a freeze: what that locked can't be released meanwhile. */
    Optional<Claimed> find(UUID id, CartAccess access, UUID order) {
        return jdbc.sql(COLUMNS + """
                     , EXISTS (SELECT FROM cart.released_checkouts WHERE order_id = :order) AS released
                  FROM cart.carts
                 WHERE id = :id AND (owner_id = :userId::uuid OR token_hash = :tokenHash::text)
                """)
                .param("order", order)
                .param("id", id)
                .param("userId", access.userId())
                .param("tokenHash", access.tokenHash())
                .query((row, index) -> new Claimed(cart(row, index), row.getBoolean("released")))
                .optional();
    }

    /** The guest's cart that the token opens. */
    Optional<Cart> find(String tokenHash) {
        return jdbc.sql(CART + "WHERE token_hash = :tokenHash")
                .param("tokenHash", tokenHash)
                .query(CartRepository::cart)
                .optional();
    }

    /** The user's open carts, newest first, those before {@code before}. */
    List<Cart> open(UUID userId, @Nullable UUID before, int limit) {
        return jdbc.sql(CART + """
                 WHERE owner_id = :userId AND state = 'OPEN' AND (:before::uuid IS NULL OR id < :before::uuid)
                 ORDER BY id DESC
                 LIMIT :limit
                """)
                .param("userId", userId)
                .param("before", before)
                .param("limit", limit)
                .query(CartRepository::cart)
                .list();
    }

    /** Sets a line; empty when there is no such open cart, else the cart's new version. */
    OptionalLong put(UUID id, CartAccess access, CartLine line) {
        return version(jdbc.sql("""
                WITH cart AS (
                    UPDATE cart.carts SET version = version + 1, changed_at = now()
                     WHERE id = :id AND (owner_id = :userId::uuid OR token_hash = :tokenHash::text) AND state = 'OPEN'
                    RETURNING id, version
                ), line AS (
                    INSERT INTO cart.lines (cart_id, sku, quantity)
                    SELECT id, :sku, :quantity FROM cart
                    ON CONFLICT (cart_id, sku) DO UPDATE SET quantity = excluded.quantity
                )
                SELECT version FROM cart
                """)
                .param("id", id)
                .param("userId", access.userId())
                .param("tokenHash", access.tokenHash())
                .param("sku", line.sku())
                .param("quantity", line.quantity()));
    }

    /** Removes a line; empty when there is no such open cart or no such line in it, else the cart's new version. */
    OptionalLong remove(UUID id, CartAccess access, String sku) {
        return version(jdbc.sql("""
                WITH cart AS (
                    UPDATE cart.carts SET version = version + 1, changed_at = now()
                     WHERE id = :id AND (owner_id = :userId::uuid OR token_hash = :tokenHash::text) AND state = 'OPEN'
                       AND EXISTS (SELECT FROM cart.lines WHERE cart_id = :id AND sku = :sku)
                    RETURNING id, version
                ), line AS (
                    DELETE FROM cart.lines USING cart WHERE cart_id = cart.id AND sku = :sku
                )
                SELECT version FROM cart
                """)
                .param("id", id)
                .param("userId", access.userId())
                .param("tokenHash", access.tokenHash())
                .param("sku", sku));
    }

    private static OptionalLong version(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, index) -> OptionalLong.of(row.getLong("version")))
                .optional()
                .orElseGet(OptionalLong::empty);
    }

    private static Cart cart(ResultSet row, int index) throws SQLException {
        var skus = (String[]) row.getArray("skus").getArray();
        var quantities = (Integer[]) row.getArray("quantities").getArray();
        var lines = new ArrayList<CartLine>(skus.length);
        for (int i = 0; i < skus.length; i++) {
            lines.add(new CartLine(skus[i], quantities[i]));
        }
        return new Cart(
                row.getObject("id", UUID.class),
                row.getString("currency"),
                CartState.valueOf(row.getString("state")),
                row.getObject("order_id", UUID.class),
                row.getLong("version"),
                lines);
    }

    /** A cart that an order wants. */
    record Claimed(Cart cart, boolean released) {}
}
