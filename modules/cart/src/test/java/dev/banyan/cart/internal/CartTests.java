package dev.banyan.cart.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.cart.CartCompletedException;
import dev.banyan.cart.CartInCheckoutException;
import dev.banyan.kernel.Ids;
import dev.banyan.kernel.ModuleException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CartTests {
    private final Cart cart =
            Cart.empty(Ids.next(), "EUR").with(new CartLine("a", 1)).with(new CartLine("b", 2));

    @Test
    void aLineKeepsItsPlace() {
        var changed = cart.with(new CartLine("a", 9));
        assertThat(changed.lines()).containsExactly(new CartLine("a", 9), new CartLine("b", 2));
        assertThat(changed.version()).isEqualTo(cart.version() + 1);
        assertThat(changed.without("a").lines()).containsExactly(new CartLine("b", 2));
    }

    @Test
    void hasRoomForSoManyLines() {
        var full = IntStream.range(0, Cart.MAX_LINES - 2)
                .mapToObj(i -> new CartLine("x" + i, 1))
                .reduce(cart, Cart::with, (one, other) -> other);
        assertThat(full.requireRoom().lines()).hasSize(Cart.MAX_LINES);
        assertThat(full.with(new CartLine("a", 5)).requireRoom().lines()).hasSize(Cart.MAX_LINES);
        assertThatThrownBy(() -> full.with(new CartLine("c", 1)).requireRoom())
                .isInstanceOfSatisfying(
                        ModuleException.class,
                        failure -> assertThat(failure.code()).isEqualTo("cart.too-many-lines"));
    }

    @Test
    void onlyAnOpenCartChanges() {
        assertThat(cart.requireOpen()).isSameAs(cart);
        assertThatThrownBy(() -> in(CartState.FROZEN).requireOpen()).isInstanceOf(CartInCheckoutException.class);
        assertThatThrownBy(() -> in(CartState.COMPLETED).requireOpen()).isInstanceOf(CartCompletedException.class);
    }

    @Test
    void aLineHas1To999Units() {
        assertThatThrownBy(() -> new CartLine("a", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CartLine("a", 1000)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new CartLine("a", 999).quantity()).isEqualTo(999);
    }

    private Cart in(CartState state) {
        return new Cart(cart.id(), "EUR", state, Ids.next(), 1, cart.lines());
    }
}
