package dev.banyan.cart.internal;

import dev.banyan.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prices a cart's lines one after the other. A line that would take the subtotal past what money can express has no total. */
final class CartPricing {
    private final Offers offers;
    private final Map<String, Long> available;
    private final List<CartView.Line> lines = new ArrayList<>();
    private Money subtotal;

    private CartPricing(String currency, Offers offers, Map<String, Long> available) {
        this.offers = offers;
        this.available = available;
        this.subtotal = Money.zero(currency);
    }

    static CartView price(Cart cart, Offers offers, Map<String, Long> available) {
        var pricing = new CartPricing(cart.currency(), offers, available);
        cart.lines().forEach(pricing::add);
        return new CartView(cart.id(), null, cart.currency(), pricing.lines, pricing.subtotal, cart.version());
    }

    private void add(CartLine line) {
        var unitPrice = offers.price(line.sku()).orElse(null);
        var lineTotal = unitPrice == null ? null : total(unitPrice, line.quantity());
        if (lineTotal != null) {
            subtotal = subtotal.plus(lineTotal);
        }
        long units = unitPrice == null ? 0 : available.getOrDefault(line.sku(), 0L);
        lines.add(new CartView.Line(line.sku(), offers.name(line.sku()), line.quantity(), unitPrice, lineTotal, units));
    }

    /** At most 10¹² times 999: no overflow. */
    private @Nullable Money total(Money unitPrice, int quantity) {
        long room = Money.MAX_AMOUNT - subtotal.amount();
        return unitPrice.amount() * quantity > room ? null : unitPrice.times(quantity);
    }
}
