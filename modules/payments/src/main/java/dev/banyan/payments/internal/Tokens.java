package dev.banyan.payments.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.banyan.runtime.security.Sealer;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals card tokens, each for its payment alone. */
@Component
class Tokens {
    private static final String PURPOSE = "payments.token:";

    private final Sealer sealer;

    Tokens(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] seal(UUID paymentId, String token) {
        return sealer.seal(PURPOSE + paymentId, token.getBytes(UTF_8));
    }

    String open(UUID paymentId, byte[] sealed) {
        return new String(sealer.open(PURPOSE + paymentId, sealed), UTF_8);
    }
}
