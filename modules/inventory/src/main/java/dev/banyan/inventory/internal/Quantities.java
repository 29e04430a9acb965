package dev.banyan.inventory.internal;

import dev.banyan.inventory.StockLine;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Units per SKU, each SKU once and in order, as the two columns that SQL's {@code unnest} takes. */
record Quantities(SortedMap<String, Long> bySku) {
    /** The lines of one SKU add up. */
    static Quantities of(List<StockLine> lines) {
        var sums = new TreeMap<String, Long>();
        lines.forEach(line -> sums.merge(line.sku(), (long) line.quantity(), Math::addExact));
        return new Quantities(sums);
    }

    boolean isEmpty() {
        return bySku.isEmpty();
    }

    String[] skus() {
        return bySku.keySet().toArray(String[]::new);
    }

    Long[] units() {
        return bySku.values().toArray(Long[]::new);
    }

    /** The SKUs that are not among {@code served}, in order. */
    List<String> without(Collection<String> served) {
        return bySku.keySet().stream().filter(sku -> !served.contains(sku)).toList();
    }
}
