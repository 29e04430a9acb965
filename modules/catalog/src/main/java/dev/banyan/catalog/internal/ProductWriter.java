package dev.banyan.catalog.internal;

import dev.banyan.kernel.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes a product to all tables that hold it. Everybody writes categories, products, variants, prices, lists and words in
 * this order, so that two writers can't wait for each other.
 */
@Component
class ProductWriter {
    private static final int LAST_NUMBERED_SLUG = 9;

    private final CategoryRepository categories;
    private final ProductRepository products;
    private final VariantRepository variants;
    private final PriceRepository prices;
    private final ListingRepository listings;

    ProductWriter(
            CategoryRepository categories,
            ProductRepository products,
            VariantRepository variants,
            PriceRepository prices,
            ListingRepository listings) {
        this.categories = categories;
        this.products = products;
        this.variants = variants;
        this.prices = prices;
        this.listings = listings;
    }

    /** Inserts a product with the slug that the body gives, or the first free one made from the name. */
    Product insert(UUID id, ProductBody body, Instant at) {
        categories.ensure(Set.of(new CategoryPath(body.category())));
        var product = body.slug() == null ? insertNamed(id, body, at) : insertAs(body.slug(), id, body, at);
        writeVariants(VariantRow.of(id, body));
        show(Set.of(id));
        return product;
    }

    /** Inserts products that are known to be new, all at once. */
    void insertAll(Map<UUID, ProductBody> bodies, Instant at) {
        categories.ensure(bodies.values().stream()
                .map(body -> new CategoryPath(body.category()))
                .toList());
        products.insert(bodies.entrySet().stream()
                .map(entry -> Product.of(entry.getKey(), slug(entry.getValue()), entry.getValue(), at))
                .toList());
        writeVariants(bodies.entrySet().stream()
                .flatMap(entry -> VariantRow.of(entry.getKey(), entry.getValue()).stream())
                .toList());
        show(bodies.keySet());
    }

    /** Writes a locked product whole. Returns the prices that differ, those of new variants among them. */
    List<PriceChange> update(Product product, ProductBody body) {
        categories.ensure(Set.of(new CategoryPath(body.category())));
        products.update(product);
        var changes = writeVariants(VariantRow.of(product.id(), body));
        variants.keepOnly(product.id(), body.skus(), product.at());
        show(Set.of(product.id()));
        return changes;
    }

    List<PriceChange> reprice(UUID id, String sku, List<Money> newPrices, Instant at) {
        products.touch(id, at);
        var changes = prices.replace(Map.of(sku, newPrices));
        listings.refresh(Set.of(id));
        return changes;
    }

    /** Returns the SKUs that can no longer be bought. */
    List<String> archive(UUID id, Instant at) {
        products.archive(id, at);
        listings.refresh(Set.of(id));
        return variants.active(id);
    }

    private Product insertAs(String slug, UUID id, ProductBody body, Instant at) {
        var product = Product.of(id, slug, body, at);
        if (products.insert(Set.of(product)) == 0) {
            throw new SlugTakenException(slug);
        }
        return product;
    }

    private Product insertNamed(UUID id, ProductBody body, Instant at) {
        var slug = Slugs.of(body.name());
        var numbered = IntStream.rangeClosed(2, LAST_NUMBERED_SLUG).mapToObj(number -> slug + "-" + number);
        var withId = Stream.of(Slugs.unlikeId(slug + "-" + id.toString().substring(24)));
        return Stream.of(Stream.of(slug), numbered, withId)
                .flatMap(candidates -> candidates)
                .map(candidate -> Product.of(id, candidate, body, at))
                .filter(product -> products.insert(Set.of(product)) == 1)
                .findFirst()
                .orElseThrow(() -> new SlugTakenException(slug));
    }

    private List<PriceChange> writeVariants(List<VariantRow> rows) {
        variants.save(rows);
        return prices.replace(rows.stream().collect(Collectors.toMap(VariantRow::sku, VariantRow::prices)));
    }

    private void show(Collection<UUID> ids) {
        listings.refresh(ids);
        listings.learnWords(ids);
    }

    private static String slug(ProductBody body) {
        return body.slug() == null ? Slugs.of(body.name()) : body.slug();
    }
}
