package dev.banyan.catalog.internal;

import static dev.banyan.catalog.internal.Bodies.eur;
import static dev.banyan.catalog.internal.Bodies.fresh;
import static dev.banyan.catalog.internal.Bodies.simple;
import static dev.banyan.catalog.internal.Bodies.sized;
import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.catalog.CatalogApi;
import dev.banyan.catalog.FindOffers;
import dev.banyan.catalog.Offer;
import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What other modules may rely on, wherever the catalogue runs. */
abstract class CatalogApiContract extends CatalogIT {
    @Autowired
    CatalogApi catalog;

    @Autowired
    ProductService products;

    @Test
    void namesAndPricesKnownSkus() {
        var skus = List.of(fresh("A-"), fresh("B-"));
        var name = fresh("Offered ");
        products.create(Ids.next(), sized(name, skus, eur(1999)));
        var offers = catalog.offers(new FindOffers(Set.of(skus.get(0), skus.get(1), "unknown-" + fresh("")), "EUR"));
        assertThat(offers)
                .containsExactlyInAnyOrder(
                        new Offer(skus.get(0), name + ", Size of " + skus.get(0), eur(1999), true),
                        new Offer(skus.get(1), name + ", Size of " + skus.get(1), eur(1999), true));
    }

    @Test
    void aProductWithoutOptionsIsCalledByItsName() {
        var body = simple(fresh("Plain "), "things", eur(5));
        products.create(Ids.next(), body);
        var sku = body.skus().getFirst();
        assertThat(catalog.offers(new FindOffers(Set.of(sku), "EUR")))
                .containsExactly(new Offer(sku, body.name(), eur(5), true));
    }

    @Test
    void withoutAPriceInTheCurrencyThereIsNone() {
        var body = simple(fresh("Euro "), "things", eur(5));
        products.create(Ids.next(), body);
        assertThat(catalog.offers(new FindOffers(Set.copyOf(body.skus()), "USD")))
                .singleElement()
                .satisfies(offer -> assertThat(offer.price()).isNull())
                .satisfies(offer -> assertThat(offer.onSale()).isTrue());
    }

    @Test
    void nothingAskedNothingAnswered() {
        assertThat(catalog.offers(new FindOffers(Set.of(), "EUR"))).isEmpty();
    }
}
