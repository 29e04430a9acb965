package dev.banyan.catalog.internal;

import static dev.banyan.catalog.internal.Bodies.eur;
import static dev.banyan.catalog.internal.Bodies.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.banyan.kernel.Currencies;
import dev.banyan.kernel.Money;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.InvalidRequestException.FieldError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductRulesTests {
    private static final ProductOption SIZE = new ProductOption("Size", List.of("S", "M"));
    private static final ProductOption COLOUR = new ProductOption("Colour", List.of("Red"));

    private final ProductRules rules = new ProductRules(new Currencies(List.of("EUR", "USD")));

    @Test
    void acceptsVariantsThatFitTheOptions() {
        var body = body(
                List.of(SIZE, COLOUR),
                variant("A", Map.of("Size", "S", "Colour", "Red"), eur(1), usd(1)),
                variant("B", Map.of("Colour", "Red", "Size", "M")));
        assertThatCode(() -> rules.check(body)).doesNotThrowAnyException();
    }

    @Test
    void eachVariantHasExactlyTheOptions() {
        var missing = body(List.of(SIZE, COLOUR), variant("A", Map.of("Size", "S")));
        var more = body(List.of(SIZE), variant("A", Map.of("Size", "S", "Colour", "Red")));
        var other = body(List.of(SIZE), variant("A", Map.of("Colour", "Red")));
        var unknownValue = body(List.of(SIZE), variant("A", Map.of("Size", "XXL")));
        for (var body : List.of(missing, more, other, unknownValue)) {
            assertThat(faults(body)).containsExactly("variants[0].options invalid");
        }
    }

    @Test
    void noTwoVariantsAreTheSame() {
        var choice = Map.of("Size", "S");
        assertThat(faults(body(List.of(SIZE), variant("A", choice), variant("B", choice))))
                .containsExactly("variants[1].options duplicate");
        assertThat(faults(body(List.of(), variant("A", Map.of()), variant("B", Map.of()))))
                .containsExactly("variants[1].options duplicate");
        assertThat(faults(body(List.of(SIZE), variant("A", choice), variant("A", Map.of("Size", "M")))))
                .containsExactly("variants[1].sku duplicate");
    }

    @Test
    void optionsAndValuesAreThereOnce() {
        var twice = new ProductOption("Size", List.of("S", "S"));
        assertThat(faults(body(List.of(twice, twice), variant("A", Map.of("Size", "S")))))
                .contains("options[0].values duplicate", "options[1].name duplicate");
    }

    @Test
    void onePricePerKnownCurrency() {
        var body = body(List.of(), variant("A", Map.of(), eur(1), eur(2), new Money(1, "GBP")));
        assertThat(faults(body))
                .containsExactly("variants[0].prices[1].currency duplicate", "variants[0].prices[2].currency invalid");
    }

    @Test
    void slugsDoNotLookLikeIds() {
        var body = Bodies.withSlug(body(List.of(), variant("A", Map.of())), "0193fe22-7a6c-7000-8000-000000000000");
        assertThat(faults(body)).containsExactly("slug invalid");
    }

    @Test
    void categoriesAreNotDeeperThanFive() {
        var body = new ProductBody(null, "n", "", "a/b/c/d/e/f", List.of(), List.of(variant("A", Map.of())));
        assertThat(faults(body)).containsExactly("category invalid");
    }

    @SuppressWarnings("unchecked")
    private List<String> faults(ProductBody body) {
        var failure = catchThrowableOfType(InvalidRequestException.class, () -> rules.check(body));
        return ((List<FieldError>) failure.properties().get("errors"))
                .stream().map(error -> error.field() + " " + error.code()).toList();
    }

    private static ProductBody body(List<ProductOption> options, VariantBody... variants) {
        return new ProductBody(null, "Name", "", "things", options, List.of(variants));
    }

    private static VariantBody variant(String sku, Map<String, String> options, Money... prices) {
        return new VariantBody(sku, options, List.of(prices), 0);
    }
}
