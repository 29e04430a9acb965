package dev.banyan.catalog.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Products for tests, each with fresh names. */
final class Bodies {
    private Bodies() {}

    /** A name or SKU that nobody has used yet. */
    static String fresh(String prefix) {
        var id = Ids.next().toString();
        return prefix + id.substring(24) + id.substring(20, 23);
    }

    static Money eur(long amount) {
        return new Money(amount, "EUR");
    }

    static Money usd(long amount) {
        return new Money(amount, "USD");
    }

    static ProductBody simple(String name, String category, Money... prices) {
        return new ProductBody(
                null,
                name,
                "As described.",
                category,
                List.of(),
                List.of(new VariantBody(fresh("S-"), Map.of(), List.of(prices), 100)));
    }

    /** A product with a variant per SKU, told apart by their sizes. */
    static ProductBody sized(String name, List<String> skus, Money... prices) {
        var sizes = skus.stream().map(sku -> "Size of " + sku).toList();
        var variants = skus.stream()
                .map(sku -> new VariantBody(sku, Map.of("Size", "Size of " + sku), List.of(prices), 100))
                .toList();
        return new ProductBody(
                null, name, "As described.", "things", List.of(new ProductOption("Size", sizes)), variants);
    }

    static ProductBody withSlug(ProductBody body, String slug) {
        return new ProductBody(slug, body.name(), body.description(), body.category(), body.options(), body.variants());
    }

    static ProductBody withPrices(ProductBody body, Money... prices) {
        var variants = body.variants().stream()
                .map(variant ->
                        new VariantBody(variant.sku(), variant.options(), Arrays.asList(prices), variant.weightGrams()))
                .toList();
        return new ProductBody(
                body.slug(),
                body.name(),
                body.description(),
                body.category(),
                Objects.requireNonNull(body.options()),
                variants);
    }
}
