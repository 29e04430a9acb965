package dev.banyan.orders.internal;

import dev.banyan.catalog.CatalogApi;
import dev.banyan.catalog.FindOffers;
import dev.banyan.catalog.Offer;
import dev.banyan.kernel.Money;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A catalogue in memory; what it wasn't told of is on sale for 5.00. */
final class FakeCatalog implements CatalogApi {
    private final Map<String, Offer> offers = new ConcurrentHashMap<>();

    void put(Offer offer) {
        offers.put(offer.sku(), offer);
    }

    @Override
    public List<Offer> offers(FindOffers query) {
        return query.skus().stream()
                .map(sku -> offers.getOrDefault(
                        sku, new Offer(sku, "Name of " + sku, new Money(500, query.currency()), true)))
                .toList();
    }
}
