package dev.banyan.orders.internal;

import dev.banyan.cart.FrozenCart;
import dev.banyan.catalog.Offer;
import dev.banyan.inventory.StockLine;
import dev.banyan.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A cart's lines at the prices of this moment. */
record PricedCart(List<OrderLine> lines, Money total) {
    PricedCart {
        lines = List.copyOf(lines);
    }

    /** Fails when a line can't be bought at any price, naming each such SKU, or when the sum is out of range. */
    static PricedCart of(FrozenCart cart, List<Offer> offers) {
        try {
            var lines = price(cart, offers);
            var total = lines.stream().map(OrderLine::lineTotal).reduce(Money.zero(cart.currency()), Money::plus);
            return new PricedCart(lines, total);
        } catch (ArithmeticException outOfRange) {
            throw OrderRefusedException.totalTooHigh();
        }
    }

    List<StockLine> stock() {
        return lines.stream()
                .map(line -> new StockLine(line.sku(), line.quantity()))
                .toList();
    }

    private static List<OrderLine> price(FrozenCart cart, List<Offer> offers) {
        var bySku = offers.stream().collect(Collectors.toMap(Offer::sku, Function.identity()));
        var lines = new ArrayList<OrderLine>();
        var unavailable = new ArrayList<String>();
        for (var line : cart.lines()) {
            var offer = bySku.get(line.sku());
            if (offer == null || !offer.onSale() || offer.price() == null) {
                unavailable.add(line.sku());
            } else {
                lines.add(OrderLine.of(line.sku(), offer.name(), line.quantity(), offer.price()));
            }
        }
        if (!unavailable.isEmpty()) {
            throw OrderRefusedException.lineUnavailable(unavailable);
        }
        return lines;
    }
}
