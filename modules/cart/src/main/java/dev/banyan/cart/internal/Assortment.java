package dev.banyan.cart.internal;

import dev.banyan.catalog.CatalogApi;
import dev.banyan.catalog.FindOffers;
import dev.banyan.catalog.Offer;
import dev.banyan.inventory.Availability;
import dev.banyan.inventory.InventoryApi;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is for sale at this moment, asked of the modules that know: one call each, whatever the number of SKUs; none for none. */
@Component
class Assortment {
    private final CatalogApi catalog;
    private final InventoryApi inventory;

    Assortment(CatalogApi catalog, InventoryApi inventory) {
        this.catalog = catalog;
        this.inventory = inventory;
    }

    Offers offers(Set<String> skus, String currency) {
        Map<String, Offer> known = skus.isEmpty()
                ? Map.of()
                : catalog.offers(new FindOffers(skus, currency)).stream()
                        .collect(Collectors.toMap(Offer::sku, Function.identity()));
        return new Offers(skus, known);
    }

    Map<String, Long> available(Set<String> skus) {
        return skus.isEmpty()
                ? Map.of()
                : inventory.available(skus).stream()
                        .collect(Collectors.toMap(Availability::sku, Availability::available));
    }
}
