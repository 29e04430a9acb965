package dev.banyan.orders.internal;

import dev.banyan.cart.CartApi;
import dev.banyan.cart.FreezeCart;
import dev.banyan.cart.FrozenCart;
import dev.banyan.catalog.CatalogApi;
import dev.banyan.catalog.FindOffers;
import dev.banyan.inventory.InventoryApi;
import dev.banyan.inventory.ReserveStock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gets hold of everything that an order needs: its cart, its prices, its stock. Three calls, however many lines; each can be repeated for the same order. */
@Component
class Preparation {
    private final CartApi carts;
    private final CatalogApi catalog;
    private final InventoryApi inventory;

    Preparation(CartApi carts, CatalogApi catalog, InventoryApi inventory) {
        this.carts = carts;
        this.catalog = catalog;
        this.inventory = inventory;
    }

    /** When it fails, the order may hold its cart and its stock all the same. */
    PricedCart prepare(UUID orderId, Checkout checkout) {
        var frozen = carts.freeze(new FreezeCart(orderId, checkout.cartId(), checkout.userId(), checkout.cartToken()));
        if (frozen.lines().isEmpty()) {
            throw OrderRefusedException.cartEmpty(checkout.cartId());
        }
        var skus = frozen.lines().stream().map(FrozenCart.Line::sku).collect(Collectors.toSet());
        var cart = PricedCart.of(frozen, catalog.offers(new FindOffers(skus, frozen.currency())));
        var expected = checkout.request().expectedTotal();
        if (expected != null && !expected.equals(cart.total())) {
            throw OrderRefusedException.totalChanged(cart.total());
        }
        inventory.reserve(new ReserveStock(orderId, cart.stock()));
        return cart;
    }
}
