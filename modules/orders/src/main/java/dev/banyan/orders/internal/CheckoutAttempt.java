package dev.banyan.orders.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** One attempt of a checkout operation, which has an order's id to itself. */
record CheckoutAttempt(UUID operationId, UUID orderId, UUID cartId, State state) {
    /** How far it is. */
    enum State {
        /** Under way, or left half done. */
        STARTED,
        /** It won't be placed; what it holds is being given back. */
        ABANDONED,
        /** It wasn't placed and holds nothing; a repeat is another attempt. */
        FREED,
        /** The order exists. */
        PLACED
    }

    static CheckoutAttempt map(ResultSet row, int index) throws SQLException {
        return new CheckoutAttempt(
                row.getObject("operation_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getObject("cart_id", UUID.class),
                State.valueOf(row.getString("state")));
    }
}
