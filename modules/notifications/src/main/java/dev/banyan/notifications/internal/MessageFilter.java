package dev.banyan.notifications.internal;

import dev.banyan.runtime.web.InvalidRequestException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which messages to list: to an address in any letter case, about an order, both or all. */
record MessageFilter(@Nullable String to, @Nullable UUID orderId) {
    private static final int LONGEST_ADDRESS = 320;

    MessageFilter {
        if (to != null
                && (to.isBlank() || to.length() > LONGEST_ADDRESS || to.chars().anyMatch(Character::isISOControl))) {
            throw InvalidRequestException.field("to", "invalid", "is not an address");
        }
    }

    String condition() {
        return (to == null ? "" : " AND lower(recipient) = lower(:to)")
                + (orderId == null ? "" : " AND order_id = :orderId");
    }
}
