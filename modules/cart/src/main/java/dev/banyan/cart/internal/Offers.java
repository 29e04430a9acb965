package dev.banyan.cart.internal;

import dev.banyan.catalog.Offer;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleException.Kind;
import dev.banyan.kernel.Money;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalogue's answer about the SKUs that were {@code asked} for, in one currency. */
record Offers(Set<String> asked, Map<String, Offer> known) {
    boolean cover(Cart cart) {
        return asked.containsAll(cart.skus());
    }

    /** What the catalogue calls it, or the SKU. */
    String name(String sku) {
        var offer = known.get(sku);
        return offer == null ? sku : offer.name();
    }

    /** Empty when it can't be bought: unknown, archived or without a price. */
    Optional<Money> price(String sku) {
        return Optional.ofNullable(known.get(sku)).filter(Offer::onSale).map(Offer::price);
    }

    void requireKnown(String sku) {
        var offer = known.get(sku);
        if (offer == null || !offer.onSale()) {
            throw unknown(sku);
        }
    }

    void requirePrice(String sku) {
        if (price(sku).isEmpty()) {
            throw new ModuleException(
                    Kind.CONFLICT, "catalog.no-price", "%s has no price in the cart's currency".formatted(sku));
        }
    }

    static ModuleException unknown(String sku) {
        return new ModuleException(Kind.NOT_FOUND, "catalog.sku-unknown", "Nothing is sold as " + sku);
    }
}
