package dev.banyan.cart.internal;

import dev.banyan.cart.CartInCheckoutException;
import dev.banyan.cart.CartNotFoundException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carts and their lines in the database. */
@Service
class CartService {
    private final CartRepository carts;

    CartService(CartRepository carts) {
        this.carts = carts;
    }

    @Transactional
    Cart create(UUID id, String currency, CartAccess owner) {
        carts.create(id, currency, owner);
        return Cart.empty(id, currency);
    }

    @Transactional(readOnly = true)
    Cart find(UUID id, CartAccess access) {
        return existing(id, access);
    }

    @Transactional(readOnly = true)
    List<Cart> open(UUID userId, @Nullable UUID before, int limit) {
        return carts.open(userId, before, limit);
    }

    /** Sets a line of the cart that was {@code seen} before. What others have changed since is kept. */
    @Transactional
    Cart put(Cart seen, CartAccess access, CartLine line) {
        var version = carts.put(seen.id(), access, line);
        if (version.isEmpty()) {
            existing(seen.id(), access).requireOpen();
            throw new CartInCheckoutException(seen.id());
        }
        return current(seen.with(line), version, access).requireRoom();
    }

    /** Removes a line of the cart that was {@code seen} before, if it is there. */
    @Transactional
    Cart remove(Cart seen, CartAccess access, String sku) {
        var version = carts.remove(seen.id(), access, sku);
        return version.isEmpty()
                ? existing(seen.id(), access).requireOpen()
                : current(seen.without(sku), version, access);
    }

    /** What the cart must be now if nobody else has changed it meanwhile; else it is read. */
    private Cart current(Cart expected, OptionalLong version, CartAccess access) {
        return version.getAsLong() == expected.version() ? expected : existing(expected.id(), access);
    }

    private Cart existing(UUID id, CartAccess access) {
        return carts.find(id, access).orElseThrow(() -> new CartNotFoundException(id));
    }
}
