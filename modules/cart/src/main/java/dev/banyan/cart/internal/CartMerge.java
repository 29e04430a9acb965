package dev.banyan.cart.internal;

import dev.banyan.cart.CartNotFoundException;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleException.Kind;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a guest's cart into a user's. */
@Service
class CartMerge {
    private final MergeRepository merges;
    private final CartRepository carts;

    CartMerge(MergeRepository merges, CartRepository carts) {
        this.merges = merges;
        this.carts = carts;
    }

    /**
     * Adds the lines of the cart that {@code tokenHash} opens to the user's cart {@code id} and completes it. A repeat
     * answers with the user's cart as it is.
     */
    @Transactional
    Cart merge(UUID id, UUID userId, String tokenHash) {
        merges.lock(id, userId, tokenHash);
        var mine = mine(id, userId);
        var guest = carts.find(tokenHash).orElseThrow(() -> new CartNotFoundException(id));
        if (merges.isMerged(guest.id(), id)) {
            return mine;
        }
        requireMergeable(mine.requireOpen(), guest.requireOpen());
        merges.move(guest.id(), id);
        return mine(id, userId).requireRoom();
    }

    private Cart mine(UUID id, UUID userId) {
        return carts.find(id, new CartAccess(userId, null)).orElseThrow(() -> new CartNotFoundException(id));
    }

    private static void requireMergeable(Cart mine, Cart guest) {
        if (!mine.currency().equals(guest.currency())) {
            throw new ModuleException(
                    Kind.CONFLICT,
                    "cart.currency-differs",
                    "The guest's cart is in %s, yours in %s".formatted(guest.currency(), mine.currency()));
        }
    }
}
