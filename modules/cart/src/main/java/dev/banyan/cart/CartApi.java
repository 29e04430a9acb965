package dev.banyan.cart;

import dev.banyan.kernel.Command;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Carts as other modules see them. May run in another process: every call can time out or arrive twice. */
@HttpExchange("/internal/cart")
public interface CartApi {
    /**
     * Freezes a cart for an order and returns its lines: from now on they can't change, and no other order can have it,
     * until {@link #release} or {@link #complete}. A repeat for the same order returns the same lines.
     *
     * @throws CartNotFoundException when there is none, or it isn't the caller's
     * @throws CartInCheckoutException when another order holds it, or this order has released it (also when the release overtook this call)
     * @throws CartCompletedException when it has become an order
     */
    @Command(key = "orderId")
    @PostExchange("/freeze")
    FrozenCart freeze(@RequestBody FreezeCart command)
            throws CartNotFoundException, CartInCheckoutException, CartCompletedException;

    /** Gives a cart that this order holds back to its owner; the order can't freeze it afterwards. A cart held by another order, or completed, is left alone. */
    @Command(key = "orderId")
    @PostExchange("/release")
    void release(@RequestBody CartCommand command);

    /** The cart has become this order, for good. A cart that another order holds is left alone. */
    @Command(key = "orderId")
    @PostExchange("/complete")
    void complete(@RequestBody CartCommand command);
}
