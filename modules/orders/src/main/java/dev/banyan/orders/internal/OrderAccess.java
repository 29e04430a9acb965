package dev.banyan.orders.internal;

import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.SecretToken;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose orders a request may see: it goes into each query. Its names are the query's parameters.
 *
 * @param by for the history
 */
record OrderAccess(
        boolean all, @Nullable UUID userId, @Nullable String tokenHash, String by) {
    /** What the order process does by itself. */
    static final OrderAccess SYSTEM = new OrderAccess(true, null, null, HistoryEntry.SYSTEM);

    /** For {@code WHERE}, with the parameters {@code all}, {@code userId} and {@code tokenHash}. */
    static final String CONDITION = "(:all OR o.user_id = :userId OR o.access_token_hash = :tokenHash)";

    /** A user's own orders, and a guest's by the token that came with it. */
    static OrderAccess of(Caller caller, @Nullable String orderToken) {
        return new OrderAccess(
                false, caller.userId(), orderToken == null ? null : SecretToken.hash(orderToken), nameOf(caller));
    }

    /** Every order; for callers whose right to that is checked. */
    static OrderAccess staff(Caller caller) {
        return new OrderAccess(true, null, null, nameOf(caller));
    }

    static String nameOf(Caller caller) {
        return caller.id() == null ? "guest" : caller.name();
    }
}
