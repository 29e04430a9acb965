package dev.banyan.cart.internal;

import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.SecretToken;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may open carts with: being signed in, a guest's token, or both. An API key is nobody in particular and
 * goes by the token.
 */
record CartAccess(@Nullable UUID userId, @Nullable String tokenHash) {
    /** The request header that carries a guest's token. */
    static final String HEADER = "X-Cart-Token";

    static CartAccess of(Caller caller, @Nullable String token) {
        return of(caller.userId(), token);
    }

    static CartAccess of(@Nullable UUID userId, @Nullable String token) {
        return new CartAccess(userId, token == null ? null : SecretToken.hash(token));
    }
}
