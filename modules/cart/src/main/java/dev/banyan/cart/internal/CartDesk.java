package dev.banyan.cart.internal;

import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleException.Kind;
import dev.banyan.kernel.Sku;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows carts at current prices, and changes their lines. Asks the other modules between its transactions, never inside. */
@Component
class CartDesk {
    private final CartService carts;
    private final Assortment assortment;

    CartDesk(CartService carts, Assortment assortment) {
        this.carts = carts;
        this.assortment = assortment;
    }

    CartView show(UUID id, CartAccess access) {
        return view(carts.find(id, access));
    }

    CartView view(Cart cart) {
        return view(cart, assortment.offers(cart.skus(), cart.currency()));
    }

    /** Sets a line to what can be bought; how much of it there is doesn't matter yet. Refuses what isn't there before what can't be done now. */
    CartView put(UUID id, CartAccess access, CartLine line) {
        var seen = carts.find(id, access);
        if (!Sku.isValid(line.sku())) {
            throw Offers.unknown(line.sku());
        }
        var wanted = seen.with(line);
        var offers = assortment.offers(wanted.skus(), wanted.currency());
        offers.requireKnown(line.sku());
        seen.requireOpen();
        wanted.requireRoom();
        offers.requirePrice(line.sku());
        requirePayable(wanted, offers);
        return view(carts.put(seen, access, line), offers);
    }

    CartView remove(UUID id, CartAccess access, String sku) {
        var seen = carts.find(id, access).requireOpen();
        return view(seen.skus().contains(sku) ? carts.remove(seen, access, sku) : seen);
    }

    private CartView view(Cart cart, Offers offers) {
        var current = offers.cover(cart) ? offers : assortment.offers(cart.skus(), cart.currency());
        return CartPricing.price(cart, current, assortment.available(cart.skus()));
    }

    private static void requirePayable(Cart wanted, Offers offers) {
        boolean tooMuch = CartPricing.price(wanted, offers, Map.of()).lines().stream()
                .anyMatch(line -> line.unitPrice() != null && line.lineTotal() == null);
        if (tooMuch) {
            throw new ModuleException(
                    Kind.CONFLICT, "cart.total-too-large", "The cart's total would be more than can be paid");
        }
    }
}
