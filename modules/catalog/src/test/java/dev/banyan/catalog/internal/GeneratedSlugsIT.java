package dev.banyan.catalog.internal;

import static dev.banyan.catalog.internal.Bodies.simple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class GeneratedSlugsIT extends CatalogIT {
    @Autowired
    ProductService products;

    @Autowired
    ProductQueries queries;

    @Test
    void aNameLikeAnIdMakesASlugThatIsFound() {
        assertFound(create(Ids.next().toString().replace('-', ' ')));
    }

    /** Nine others have the slug, and the end of the id that then tells them apart completes the form of an id. */
    @Test
    void aNameLikeTheBeginningOfAnIdMakesASlugThatIsFound() {
        var name = Ids.next().toString().substring(0, 23).replace('-', ' ');
        for (int i = 0; i < 9; i++) {
            assertFound(create(name));
        }
        assertFound(create(name));
    }

    private AdminProductView create(String name) {
        return products.create(Ids.next(), simple(name, "things"));
    }

    private void assertFound(AdminProductView product) {
        assertThat(queries.get(product.slug(), "EUR").id()).isEqualTo(product.id());
    }
}
