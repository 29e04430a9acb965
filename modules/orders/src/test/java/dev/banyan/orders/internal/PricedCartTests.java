package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.cart.FrozenCart;
import dev.banyan.catalog.Offer;
import dev.banyan.kernel.Ids;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PricedCartTests {
    @Test
    void multipliesAndAddsExactly() {
        var cart = PricedCart.of(cart("a", 3, "b", 999), List.of(offer("a", 333), offer("b", 7)));

        assertThat(cart.total()).isEqualTo(new Money(3 * 333 + 999 * 7, "EUR"));
        assertThat(cart.lines()).extracting(line -> line.lineTotal().amount()).containsExactly(999L, 6993L);
    }

    @Test
    void namesEveryLineThatCannotBeBought() {
        var offers = List.of(
                offer("a", 1),
                new Offer("archived", "Archived", new Money(1, "EUR"), false),
                new Offer("priceless", "Priceless", null, true));

        assertThatThrownBy(() -> PricedCart.of(cart("a", 1, "archived", 1, "priceless", 1, "gone", 1), offers))
                .isInstanceOfSatisfying(ModuleException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("orders.line-unavailable");
                    assertThat(refusal.properties())
                            .isEqualTo(Map.of("skus", List.of("archived", "priceless", "gone")));
                });
    }

    @Test
    void refusesATotalOutOfRange() {
        var offers = List.of(offer("a", Money.MAX_AMOUNT));

        assertThat(PricedCart.of(cart("a", 1), offers).total().amount()).isEqualTo(Money.MAX_AMOUNT);
        assertThatThrownBy(() -> PricedCart.of(cart("a", 2), offers))
                .isInstanceOfSatisfying(
                        ModuleException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("orders.total-too-high"));
    }

    @Test
    void refusesQuantitiesOutOfRange() {
        for (int quantity : new int[] {0, -1, 1000}) {
            assertThatThrownBy(() -> PricedCart.of(cart("a", quantity), List.of(offer("a", 1))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Offer offer(String sku, long price) {
        return new Offer(sku, "Name of " + sku, new Money(price, "EUR"), true);
    }

    private static FrozenCart cart(Object... skusAndQuantities) {
        var lines = new java.util.ArrayList<FrozenCart.Line>();
        for (int i = 0; i < skusAndQuantities.length; i += 2) {
            lines.add(new FrozenCart.Line((String) skusAndQuantities[i], (Integer) skusAndQuantities[i + 1]));
        }
        return new FrozenCart(Ids.next(), "EUR", lines);
    }
}
