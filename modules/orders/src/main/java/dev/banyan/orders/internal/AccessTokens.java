package dev.banyan.orders.internal;

import dev.banyan.runtime.security.Sealer;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the tokens with which guests reach their orders. The same order gets the same token, so that a checkout resumed after a crash answers like the first one. */
@Component
class AccessTokens {
    private final Sealer sealer;

    AccessTokens(Sealer sealer) {
        this.sealer = sealer;
    }

    String of(UUID orderId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealer.derive("orders.access-token:" + orderId));
    }
}
