package dev.banyan.cart.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.cart.CartCommand;
import dev.banyan.cart.CartCompletedException;
import dev.banyan.cart.CartInCheckoutException;
import dev.banyan.cart.CartNotFoundException;
import dev.banyan.cart.FreezeCart;
import dev.banyan.cart.FrozenCart;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.security.SecretToken;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every caller of {@code CartApi} may rely on, wherever the module runs. */
abstract class CartApiContract extends CartIT {
    private final UUID user = Ids.next();
    private final UUID order = Ids.next();
    private final UUID otherOrder = Ids.next();

    @Test
    void freezesACartAndTellsItsLines() {
        var cart = userCart(user);
        var first = sold(100);
        var second = sold(200);
        put(cart, first, 3);
        put(cart, second, 999);
        for (int i = 0; i < 2; i++) {
            var frozen = freeze(order, cart);
            assertThat(frozen.currency()).isEqualTo("EUR");
            assertThat(frozen.lines()).containsExactly(new FrozenCart.Line(first, 3), new FrozenCart.Line(second, 999));
        }
        assertThatThrownBy(() -> put(cart, first, 1)).isInstanceOf(CartInCheckoutException.class);
        assertThatThrownBy(() -> desk.remove(cart.id(), cart.access(), first))
                .isInstanceOf(CartInCheckoutException.class);
    }

    @Test
    void freezesAnEmptyCart() {
        assertThat(freeze(order, userCart(user)).lines()).isEmpty();
    }

    @Test
    void opensAGuestsCartWithItsTokenOnly() {
        var token = SecretToken.next();
        var cart = cart(CartAccess.of((UUID) null, token), "EUR").id();
        assertThatThrownBy(() -> api.freeze(new FreezeCart(order, cart, user, null)))
                .isInstanceOf(CartNotFoundException.class);
        assertThatThrownBy(() -> api.freeze(new FreezeCart(order, cart, null, SecretToken.next())))
                .isInstanceOf(CartNotFoundException.class);
        assertThat(api.freeze(new FreezeCart(order, cart, null, token)).cartId())
                .isEqualTo(cart);
    }

    @Test
    void aCartIsNobodyElses() {
        var cart = userCart().id();
        assertThatThrownBy(() -> api.freeze(new FreezeCart(order, cart, user, SecretToken.next())))
                .isInstanceOf(CartNotFoundException.class);
        assertThatThrownBy(() -> api.freeze(new FreezeCart(order, Ids.next(), user, null)))
                .isInstanceOf(CartNotFoundException.class);
    }

    @Test
    void oneOrderHasItAtATime() {
        var cart = userCart(user);
        freeze(order, cart);
        assertThatThrownBy(() -> freeze(otherOrder, cart)).isInstanceOf(CartInCheckoutException.class);
        release(otherOrder, cart);
        complete(otherOrder, cart);
        assertThatThrownBy(() -> freeze(otherOrder, cart)).isInstanceOf(CartInCheckoutException.class);
        release(order, cart);
        assertThat(freeze(Ids.next(), cart).cartId()).isEqualTo(cart.id());
    }

    @Test
    void anOrderThatReleasedItCantHaveItAgain() {
        var cart = userCart(user);
        freeze(order, cart);
        release(order, cart);
        release(order, cart);
        assertThatThrownBy(() -> freeze(order, cart)).isInstanceOf(CartInCheckoutException.class);
        put(cart, sold(100), 1);
    }

    @Test
    void aReleaseThatOvertakesItsFreezeWins() {
        var cart = userCart(user);
        release(order, cart);
        assertThatThrownBy(() -> freeze(order, cart)).isInstanceOf(CartInCheckoutException.class);
        put(cart, sold(100), 1);
    }

    @Test
    void aCompletedCartStaysCompleted() {
        var cart = userCart(user);
        var sku = sold(100);
        put(cart, sku, 2);
        freeze(order, cart);
        complete(order, cart);
        complete(order, cart);
        release(order, cart);
        assertThat(freeze(order, cart).lines()).containsExactly(new FrozenCart.Line(sku, 2));
        assertThatThrownBy(() -> freeze(otherOrder, cart))
                .isInstanceOfSatisfying(
                        CartCompletedException.class,
                        failure ->
                                assertThat(failure.properties().get("orderId")).hasToString(order.toString()));
        assertThatThrownBy(() -> put(cart, sku, 1)).isInstanceOf(CartCompletedException.class);
    }

    @Test
    void onlyTheOrderThatHoldsItCompletesIt() {
        var cart = userCart(user);
        complete(order, cart);
        freeze(otherOrder, cart);
        complete(order, cart);
        release(otherOrder, cart);
        put(cart, sold(100), 1);
    }

    private FrozenCart freeze(UUID by, Owned cart) {
        return api.freeze(new FreezeCart(by, cart.id(), user, null));
    }

    private void release(UUID by, Owned cart) {
        api.release(new CartCommand(by, cart.id()));
    }

    private void complete(UUID by, Owned cart) {
        api.complete(new CartCommand(by, cart.id()));
    }
}
