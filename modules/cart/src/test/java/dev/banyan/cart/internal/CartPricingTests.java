package dev.banyan.cart.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.catalog.Offer;
import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CartPricingTests {
    private static final Money MOST = new Money(Money.MAX_AMOUNT, "EUR");

    private final Cart cart =
            Cart.empty(Ids.next(), "EUR").with(new CartLine("a", 1)).with(new CartLine("b", 999));

    @Test
    void addsUpToTheMostThatMoneyCanExpress() {
        var view = price(new Money(Money.MAX_AMOUNT - 999, "EUR"), new Money(1, "EUR"));
        assertThat(view.subtotal()).isEqualTo(MOST);
    }

    @Test
    void aLineTooManyHasNoTotal() {
        var view = price(new Money(Money.MAX_AMOUNT - 998, "EUR"), new Money(1, "EUR"));
        assertThat(view.lines().getLast().lineTotal()).isNull();
        assertThat(view.lines().getLast().unitPrice()).isEqualTo(new Money(1, "EUR"));
        assertThat(price(MOST, MOST).subtotal()).isEqualTo(MOST);
    }

    private CartView price(Money a, Money b) {
        var offers = Map.of("a", new Offer("a", "A", a, true), "b", new Offer("b", "B", b, true));
        return CartPricing.price(cart, new Offers(offers.keySet(), offers), Map.of());
    }
}
