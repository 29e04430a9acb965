package dev.banyan.catalog.internal;

import dev.banyan.catalog.events.PriceChanged;
import dev.banyan.catalog.events.ProductArchived;
import dev.banyan.catalog.events.ProductPublished;
import dev.banyan.kernel.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells others what happened to products, as part of the transaction that makes it true. */
@Component
class ProductEvents {
    private final ApplicationEventPublisher publisher;

    ProductEvents(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    void published(Product product, List<String> skus) {
        publisher.publishEvent(
                new ProductPublished(Ids.next(), product.id(), product.slug(), product.name(), skus, product.at()));
    }

    void pricesChanged(UUID productId, List<PriceChange> changes, Instant at) {
        for (var change : changes) {
            publisher.publishEvent(
                    new PriceChanged(Ids.next(), productId, change.sku(), change.amount(), change.currency(), at));
        }
    }

    void archived(UUID productId, List<String> skus, Instant at) {
        publisher.publishEvent(new ProductArchived(Ids.next(), productId, skus, at));
    }
}
