package dev.banyan.cart.internal;

import dev.banyan.cart.CartCommand;
import dev.banyan.cart.CartInCheckoutException;
import dev.banyan.cart.CartNotFoundException;
import dev.banyan.cart.FreezeCart;
import dev.banyan.cart.FrozenCart;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands carts to orders. */
@Service
class CartCheckout {
    private final CheckoutRepository checkouts;
    private final CartRepository carts;

    CartCheckout(CheckoutRepository checkouts, CartRepository carts) {
        this.checkouts = checkouts;
        this.carts = carts;
    }

    @Transactional
    FrozenCart freeze(FreezeCart command) {
        var access = CartAccess.of(command.userId(), command.cartToken());
        boolean fresh = checkouts.freeze(command.cartId(), access, command.orderId());
        var claimed = carts.find(command.cartId(), access, command.orderId())
                .orElseThrow(() -> new CartNotFoundException(command.cartId()));
        var cart = claimed.cart();
        if (!cart.isHeldBy(command.orderId())) {
            cart.requireOpen();
            throw new CartInCheckoutException(cart.id());
        }
        if (fresh && claimed.released()) {
            throw new CartInCheckoutException(cart.id());
        }
        return frozen(cart);
    }

    @Transactional
    void release(CartCommand command) {
        checkouts.release(command.cartId(), command.orderId());
    }

    @Transactional
    void complete(CartCommand command) {
        checkouts.complete(command.cartId(), command.orderId());
    }

    private static FrozenCart frozen(Cart cart) {
        var lines = cart.lines().stream()
                .map(line -> new FrozenCart.Line(line.sku(), line.quantity()))
                .toList();
        return new FrozenCart(cart.id(), cart.currency(), lines);
    }
}
