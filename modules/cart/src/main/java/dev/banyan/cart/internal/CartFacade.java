package dev.banyan.cart.internal;

import dev.banyan.cart.CartApi;
import dev.banyan.cart.CartCommand;
import dev.banyan.cart.FreezeCart;
import dev.banyan.cart.FrozenCart;
import org.springframework.stereotype.Component;

/** The module's one door for other modules. */
@Component
class CartFacade implements CartApi {
    private final CartCheckout checkout;

    CartFacade(CartCheckout checkout) {
        this.checkout = checkout;
    }

    @Override
    public FrozenCart freeze(FreezeCart command) {
        return checkout.freeze(command);
    }

    @Override
    public void release(CartCommand command) {
        checkout.release(command);
    }

    @Override
    public void complete(CartCommand command) {
        checkout.complete(command);
    }
}
