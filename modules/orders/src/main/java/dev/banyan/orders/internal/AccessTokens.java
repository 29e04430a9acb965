package dev.banyan.orders.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.banyan.runtime.security.Sealer;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps the tokens with which guests reach their orders unreadable while the checkout is remembered, so that one resumed after
 * a crash answers like the first one. The order itself knows a token's hash alone.
 */
@Component
class AccessTokens {
    private static final String PURPOSE = "orders.access-token:";

    private final Sealer sealer;

    AccessTokens(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] seal(UUID orderId, String token) {
        return sealer.seal(PURPOSE + orderId, token.getBytes(UTF_8));
    }

    String open(UUID orderId, byte[] sealed) {
        return new String(sealer.open(PURPOSE + orderId, sealed), UTF_8);
    }
}
