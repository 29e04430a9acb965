package dev.banyan.cart.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.cart.CartCommand;
import dev.banyan.cart.CartCompletedException;
import dev.banyan.cart.CartInCheckoutException;
import dev.banyan.cart.CartNotFoundException;
import dev.banyan.cart.FreezeCart;
import dev.banyan.kernel.Ids;
import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.security.SecretToken;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CartMergeIT extends CartIT {
    @Autowired
    CartMerge merges;

    private final UUID user = Ids.next();
    private final String token = SecretToken.next();
    private final CartAccess guestAccess = CartAccess.of((UUID) null, token);

    @Test
    void addsQuantitiesUpToALinesMost() {
        var mine = userCart(user);
        var guest = cart(guestAccess, "EUR");
        var both = sold(100);
        var tooMany = sold(100);
        var onlyGuests = sold(100);
        put(mine, both, 2);
        put(mine, tooMany, 600);
        put(guest, tooMany, 600);
        put(guest, both, 3);
        put(guest, onlyGuests, 1);
        var merged = merge(mine);
        assertThat(merged.lines())
                .containsExactly(new CartLine(both, 5), new CartLine(tooMany, 999), new CartLine(onlyGuests, 1));
        assertThat(merged.version()).isEqualTo(4);
        assertThatThrownBy(() -> put(guest, both, 1))
                .isInstanceOfSatisfying(
                        CartCompletedException.class,
                        failure -> assertThat(failure.properties()).isEmpty());
    }

    @Test
    void aRepeatAnswersWithMyCartUnchanged() {
        var mine = userCart(user);
        put(cart(guestAccess, "EUR"), sold(100), 3);
        var merged = merge(mine);
        assertThat(merge(mine)).isEqualTo(merged);
    }

    @Test
    void refusesAnotherCurrency() {
        var mine = userCart(user);
        cart(guestAccess, "USD");
        assertThatThrownBy(() -> merge(mine))
                .isInstanceOfSatisfying(
                        ModuleException.class,
                        failure -> assertThat(failure.code()).isEqualTo("cart.currency-differs"));
    }

    @Test
    void needsMyCartAndTheGuestsToken() {
        var mine = userCart(user);
        assertThatThrownBy(() -> merge(mine)).isInstanceOf(CartNotFoundException.class);
        var guest = cart(guestAccess, "EUR");
        assertThatThrownBy(() -> merge(userCart())).isInstanceOf(CartNotFoundException.class);
        assertThatThrownBy(() -> merge(guest)).isInstanceOf(CartNotFoundException.class);
    }

    @Test
    void refusesCartsInCheckoutAndOrdered() {
        var mine = userCart(user);
        var guest = cart(guestAccess, "EUR");
        var order = Ids.next();
        api.freeze(new FreezeCart(order, guest.id(), null, token));
        assertThatThrownBy(() -> merge(mine)).isInstanceOf(CartInCheckoutException.class);
        api.complete(new CartCommand(order, guest.id()));
        assertThatThrownBy(() -> merge(mine))
                .isInstanceOfSatisfying(
                        CartCompletedException.class,
                        failure -> assertThat(failure.properties()).containsEntry("orderId", order));
    }

    @Test
    void refusesMyCartInCheckout() {
        var mine = userCart(user);
        cart(guestAccess, "EUR");
        api.freeze(new FreezeCart(Ids.next(), mine.id(), user, null));
        assertThatThrownBy(() -> merge(mine)).isInstanceOf(CartInCheckoutException.class);
    }

    private Cart merge(Owned mine) {
        return merges.merge(mine.id(), user, SecretToken.hash(token));
    }
}
