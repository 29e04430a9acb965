package dev.banyan.catalog;

import dev.banyan.kernel.Query;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The catalogue as other modules see it. May run in another process: every call can time out or arrive twice.
 *
 * <p>What a SKU means never changes: it belongs to one product for ever, and an archived one stays readable, so that a cart
 * or an order can name it years later. Its price can change at any time; whoever sells it asks again and keeps what was
 * agreed. What happens to products is told by the events in {@code dev.banyan.catalog.events}, in order per product.
 */
@HttpExchange("/internal/catalog")
public interface CatalogApi {
    /**
     * What is known of these SKUs, at current prices; one round trip, whatever their number. A SKU that never existed is
     * left out; an archived one is there with {@code onSale} false, so that a cart can still name it.
     */
    @Query
    @PostExchange("/offers")
    List<Offer> offers(@RequestBody FindOffers query);
}
