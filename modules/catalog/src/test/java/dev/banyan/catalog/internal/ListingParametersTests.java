package dev.banyan.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.kernel.Currencies;
import dev.banyan.runtime.web.InvalidRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingParametersTests {
    private final Currencies currencies = new Currencies(List.of("EUR", "USD"));

    @Test
    void leftOutMeansTheWholeShopInTheFirstCurrency() {
        var parameters = parameters("q", null);
        assertThat(parameters.filter(currencies)).isEqualTo(new ListingFilter("EUR", "", null, null, null));
        assertThat(parameters.order()).isEqualTo(ListingOrder.NEWEST);
    }

    @Test
    void emptyMeansLeftOut() {
        var parameters = new ListingParameters("", "", "", "", "", "");
        assertThat(parameters.filter(currencies)).isEqualTo(new ListingFilter("EUR", "", null, null, null));
        assertThat(parameters.order()).isEqualTo(ListingOrder.NEWEST);
    }

    @Test
    void aSearchIsOrderedByRelevanceUnlessToldOtherwise() {
        assertThat(parameters("q", "tea").order()).isEqualTo(ListingOrder.RELEVANCE);
        assertThat(new ListingParameters("tea", null, null, null, null, "-price").order())
                .isEqualTo(ListingOrder.PRICE_DESCENDING);
    }

    @Test
    void relevanceWithoutASearchIsNewest() {
        assertThat(parameters("sort", "relevance").order()).isEqualTo(ListingOrder.NEWEST);
    }

    @ParameterizedTest
    @CsvSource({
        "category, Kitchen",
        "category, kitchen//teapots",
        "category, '../etc'",
        "minPrice, -1",
        "minPrice, 1.5",
        "minPrice, 1e3",
        "minPrice, 1000000000001",
        "maxPrice, abc",
        "maxPrice, 99999999999999999999",
        "currency, eur",
        "currency, GBP",
        "currency, 'EUR,USD'",
        "sort, price desc",
        "sort, PRICE",
        "sort, id",
    })
    void refusesWhatDoesNotFit(String name, String value) {
        var parameters = parameters(name, value);
        assertThatThrownBy(() -> {
                    parameters.filter(currencies);
                    parameters.order();
                })
                .isInstanceOf(InvalidRequestException.class)
                .extracting(failure ->
                        ((InvalidRequestException) failure).properties().toString())
                .asString()
                .contains("field=" + name);
    }

    @Test
    void refusesARangeTurnedRound() {
        var parameters = new ListingParameters(null, null, "2", "1", null, null);
        assertThatThrownBy(() -> parameters.filter(currencies)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesSearchesThatAreTooLongOrNoText() {
        assertThatThrownBy(() -> parameters("q", "a".repeat(201)).filter(currencies))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> parameters("q", "a\0b").filter(currencies))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(parameters("q", "a".repeat(200)).filter(currencies).search()).hasSize(200);
    }

    private static ListingParameters parameters(String name, @Nullable String value) {
        return new ListingParameters(
                name.equals("q") ? value : null,
                name.equals("category") ? value : null,
                name.equals("minPrice") ? value : null,
                name.equals("maxPrice") ? value : null,
                name.equals("currency") ? value : null,
                name.equals("sort") ? value : null);
    }
}
