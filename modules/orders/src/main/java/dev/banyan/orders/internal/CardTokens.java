package dev.banyan.orders.internal;

import dev.banyan.runtime.security.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps a card's token unreadable from placing the order until the payment was asked for; one order's can't stand in for another's. */
@Component
class CardTokens {
    private final Sealer sealer;

    CardTokens(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] seal(UUID orderId, String token) {
        return sealer.seal(purpose(orderId), token.getBytes(StandardCharsets.UTF_8));
    }

    String open(UUID orderId, byte[] sealed) {
        return new String(sealer.open(purpose(orderId), sealed), StandardCharsets.UTF_8);
    }

    private static String purpose(UUID orderId) {
        return "orders.card-token:" + orderId;
    }
}
