package dev.banyan.catalog.internal;

import static dev.banyan.catalog.internal.Bodies.eur;
import static dev.banyan.catalog.internal.Bodies.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.catalog.CatalogApi;
import dev.banyan.catalog.FindOffers;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.web.IfMatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class VariantOptionsIT extends CatalogIT {
    private static final ProductOption SIZE = new ProductOption("Size", List.of("Small", "Large"));
    private static final ProductOption COLOUR = new ProductOption("Colour", List.of("Red", "Blue"));

    @Autowired
    ProductService products;

    @Autowired
    CatalogApi catalog;

    private final String name = fresh("Options ");
    private final String kept = fresh("K-");
    private final String archived = fresh("A-");

    @Test
    void archivedVariantsKeepWhatTheyWereWhenOptionsAreReorderedOrRemoved() {
        var small = Map.of("Size", "Small", "Colour", "Blue");
        var large = Map.of("Size", "Large", "Colour", "Red");
        var id = products.create(
                        Ids.next(), body(List.of(SIZE, COLOUR), variant(kept, large), variant(archived, small)))
                .id();

        for (var options : List.of(List.of(COLOUR, SIZE), List.of(COLOUR))) {
            var chosen = options.size() == 2 ? large : Map.of("Colour", "Red");
            var product = products.replace(id, new IfMatch(null), body(options, variant(kept, chosen)));

            assertThat(product.variants())
                    .singleElement()
                    .satisfies(variant -> assertThat(variant.options()).isEqualTo(chosen));
            assertThat(product.archivedVariants())
                    .singleElement()
                    .satisfies(variant -> assertThat(variant.options())
                            .containsExactly(Map.entry("Size", "Small"), Map.entry("Colour", "Blue")));
        }
        assertThat(catalog.offers(new FindOffers(Set.of(archived, kept), "EUR")))
                .extracting(offer -> offer.name())
                .containsExactlyInAnyOrder(name + ", Red", name + ", Small, Blue");
    }

    private ProductBody body(List<ProductOption> options, VariantBody... variants) {
        return new ProductBody(null, name, "", "things", options, List.of(variants));
    }

    private static VariantBody variant(String sku, Map<String, String> options) {
        return new VariantBody(sku, options, List.of(eur(1)), 1);
    }
}
