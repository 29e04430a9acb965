package dev.banyan.catalog.internal;

import dev.banyan.kernel.Money;
import dev.banyan.runtime.web.IfMatch;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes products. A product's row is locked first, so that changes to it follow one another. */
@Service
class ProductService {
    private final ProductRules rules;
    private final ProductWriter writer;
    private final ProductRepository products;
    private final ProductEvents events;
    private final AdminProductQueries queries;
    private final Clock clock;

    ProductService(
            ProductRules rules,
            ProductWriter writer,
            ProductRepository products,
            ProductEvents events,
            AdminProductQueries queries,
            Clock clock) {
        this.rules = rules;
        this.writer = writer;
        this.products = products;
        this.events = events;
        this.queries = queries;
        this.clock = clock;
    }

    /** Creates the product once per {@code id}; a repeat returns it as it is now. */
    @Transactional
    public AdminProductView create(UUID id, ProductBody body) {
        rules.check(body);
        if (!products.exists(id)) {
            var product = writer.insert(id, body, now());
            events.published(product, body.skus());
        }
        return queries.get(id);
    }

    /** Replaces all of a product; variants left out are archived, and an archived product is on sale again. */
    @Transactional
    public AdminProductView replace(UUID id, IfMatch ifMatch, ProductBody body) {
        rules.check(body);
        var before = lock(id, ifMatch);
        var slug = body.slug() == null ? before.slug() : body.slug();
        var product = Product.of(id, slug, body, now());
        var changes = writer.update(product, body);
        events.published(product, body.skus());
        events.pricesChanged(
                id,
                changes.stream()
                        .filter(change -> before.skus().contains(change.sku()))
                        .toList(),
                product.at());
        return queries.get(id);
    }

    /** Replaces all prices of a variant. */
    @Transactional
    public AdminProductView reprice(UUID id, String sku, IfMatch ifMatch, List<Money> prices) {
        rules.checkPrices(prices);
        var before = lock(id, ifMatch);
        if (!before.skus().contains(sku)) {
            throw new ProductNotFoundException();
        }
        var at = now();
        events.pricesChanged(id, writer.reprice(id, sku, prices, at), at);
        return queries.get(id);
    }

    /** Takes a product off sale for good, or until it is replaced. A repeat changes nothing. */
    @Transactional
    public void archive(UUID id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        if (!before.archived()) {
            var at = now();
            events.archived(id, writer.archive(id, at), at);
        }
    }

    private LockedProduct lock(UUID id, IfMatch ifMatch) {
        var product = products.lock(id).orElseThrow(ProductNotFoundException::new);
        ifMatch.require(product.version());
        return product;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
