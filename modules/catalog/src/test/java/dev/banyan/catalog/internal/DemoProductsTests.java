package dev.banyan.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.banyan.kernel.Currencies;
import dev.banyan.kernel.Money;
import jakarta.validation.Validation;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoProductsTests {
    private final List<ProductBody> products = DemoCatalog.read();

    @Test
    void twoHundredInEightCategories() {
        assertThat(products).hasSize(200);
        assertThat(products.stream()
                        .map(body -> new CategoryPath(body.category()).line().getFirst())
                        .distinct())
                .hasSize(8);
    }

    @Test
    void eachIsAsStaffCouldWriteIt() {
        var rules = new ProductRules(new Currencies(List.of("EUR", "USD")));
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            for (var body : products) {
                assertThat(factory.getValidator().validate(body)).isEmpty();
                assertThatCode(() -> rules.check(body)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void noNameSlugOrSkuIsThereTwice() {
        assertThat(products).extracting(ProductBody::name).doesNotHaveDuplicates();
        assertThat(products)
                .extracting(ProductBody::slug)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(products).flatExtracting(ProductBody::skus).doesNotHaveDuplicates();
    }

    @Test
    void everyVariantHasItsPriceInEurosAndDollars() {
        assertThat(products)
                .flatExtracting(ProductBody::variants)
                .allSatisfy(variant -> assertThat(variant.prices())
                        .extracting(Money::currency)
                        .containsExactlyInAnyOrder("EUR", "USD"));
    }
}
