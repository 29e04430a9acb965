package dev.banyan.catalog;

import java.util.Set;

/** Asks for offers of SKUs in a currency (ISO 4217). */
public record FindOffers(Set<String> skus, String currency) {
    public FindOffers {
        skus = Set.copyOf(skus);
    }
}
