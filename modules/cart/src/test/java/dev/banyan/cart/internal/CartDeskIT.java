package dev.banyan.cart.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anySet;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.banyan.catalog.Offer;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.Money;
import org.junit.jupiter.api.Test;

class CartDeskIT extends CartIT {
    private final String teapot = sold(2500);
    private final String cup = sold(400);

    @Test
    void showsLinesAtCurrentPricesWithOneCallEach() {
        var cart = guestCart();
        put(cart, teapot, 1);
        put(cart, cup, 6);
        sold.put(cup, new Offer(cup, "Cup", new Money(500, "EUR"), true));
        clearInvocations(catalog, inventory);
        var view = desk.show(cart.id(), cart.access());
        assertThat(view.lines())
                .containsExactly(
                        new CartView.Line(teapot, "Name of " + teapot, 1, eur(2500), eur(2500), AVAILABLE),
                        new CartView.Line(cup, "Cup", 6, eur(500), eur(3000), AVAILABLE));
        assertThat(view.subtotal()).isEqualTo(eur(5500));
        verify(catalog, times(1)).offers(any());
        verify(inventory, times(1)).available(anySet());
    }

    @Test
    void puttingALineAsksOnceToo() {
        var cart = guestCart();
        put(cart, teapot, 1);
        clearInvocations(catalog, inventory);
        assertThat(put(cart, cup, 2).subtotal()).isEqualTo(eur(3300));
        verify(catalog, times(1)).offers(any());
        verify(inventory, times(1)).available(anySet());
    }

    @Test
    void anEmptyCartAsksNobody() {
        var cart = guestCart();
        assertThat(desk.show(cart.id(), cart.access()).subtotal()).isEqualTo(eur(0));
        verifyNoInteractions(catalog, inventory);
    }

    @Test
    void whatCantBeBoughtAnyMoreCostsNothing() {
        var cart = guestCart();
        var archived = sold(100);
        var priceless = sold(100);
        var gone = sold(100);
        for (var sku : new String[] {teapot, archived, priceless, gone}) {
            put(cart, sku, 2);
        }
        sold.put(archived, new Offer(archived, "Archived", eur(100), false));
        sold.put(priceless, new Offer(priceless, "Priceless", null, true));
        sold.remove(gone);
        var view = desk.show(cart.id(), cart.access());
        assertThat(view.lines().subList(1, 4))
                .containsExactly(
                        new CartView.Line(archived, "Archived", 2, null, null, 0),
                        new CartView.Line(priceless, "Priceless", 2, null, null, 0),
                        new CartView.Line(gone, gone, 2, null, null, 0));
        assertThat(view.subtotal()).isEqualTo(eur(5000));
    }

    @Test
    void aLineIsSetNotAdded() {
        var cart = guestCart();
        assertThat(put(cart, cup, 999).version()).isEqualTo(2);
        put(cart, teapot, 1);
        var view = put(cart, cup, 3);
        assertThat(view.version()).isEqualTo(4);
        assertThat(view.lines()).extracting(CartView.Line::sku).containsExactly(cup, teapot);
        assertThat(view.lines()).extracting(CartView.Line::quantity).containsExactly(3, 1);
    }

    @Test
    void removingIsRepeatable() {
        var cart = guestCart();
        put(cart, cup, 3);
        var view = desk.remove(cart.id(), cart.access(), cup);
        assertThat(view.lines()).isEmpty();
        assertThat(view.version()).isEqualTo(3);
        assertThat(desk.remove(cart.id(), cart.access(), cup)).isEqualTo(view);
    }

    @Test
    void takesOnlyWhatCanBeBought() {
        var cart = guestCart();
        var archived = sku();
        sold.put(archived, new Offer(archived, "Archived", eur(100), false));
        var priceless = sku();
        sold.put(priceless, new Offer(priceless, "Priceless", null, true));
        assertRefused(cart, sku(), "catalog.sku-unknown");
        assertRefused(cart, "no sku", "catalog.sku-unknown");
        assertRefused(cart, archived, "catalog.sku-unknown");
        assertRefused(cart, priceless, "catalog.no-price");
        assertThat(carts.find(cart.id(), cart.access()).version()).isEqualTo(1);
    }

    @Test
    void refusesATotalThatMoneyCantExpress() {
        var cart = guestCart();
        var dear = sold(Money.MAX_AMOUNT / 2);
        put(cart, dear, 2);
        assertRefused(cart, cup, "cart.total-too-large");
        sold.put(dear, new Offer(dear, "Dear", eur(Money.MAX_AMOUNT), true));
        assertThat(desk.show(cart.id(), cart.access()).lines().getFirst().lineTotal())
                .isNull();
    }

    private void assertRefused(Owned cart, String sku, String code) {
        assertThatThrownBy(() -> put(cart, sku, 1))
                .isInstanceOfSatisfying(
                        ModuleException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private static Money eur(long cents) {
        return new Money(cents, "EUR");
    }
}
