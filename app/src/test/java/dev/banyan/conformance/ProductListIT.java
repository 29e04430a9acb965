package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Staff;
import dev.banyan.kernel.Ids;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products as shoppers find them, each test in a category of its own. */
class ProductListIT {
    private final String category = "shelf-" + Ids.next();

    @BeforeEach
    void threeProducts() {
        product("Beta", Sale.eur(2000), Product.usd(100));
        product("Alpha", Sale.eur(3000), Product.usd(300));
        product("Gamma", Sale.eur(1000));
    }

    @Test
    void hasWhatAListNeeds() {
        var item = Page.items(Product.list("category=" + category)).getFirst();
        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder("id", "slug", "name", "description", "category", "imageUrl", "price");
        assertThat(item.path("category").asString()).isEqualTo(category);
        assertThat(item.path("price").path("amount").isIntegralNumber()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sort=newest, Gamma Alpha Beta",
        "'', Gamma Alpha Beta",
        "sort=price, Gamma Beta Alpha",
        "sort=-price, Alpha Beta Gamma",
        "sort=name, Alpha Beta Gamma",
        "sort=price&currency=USD, Beta Alpha",
        "minPrice=1000&maxPrice=2000&sort=name, Beta Gamma",
        "minPrice=2000&sort=name, Alpha Beta",
        "maxPrice=299&currency=USD, Beta",
        "minPrice=1&maxPrice=999, ''"
    })
    void isOrderedAndFiltered(String query, String names) {
        var found = Page.texts(Product.list("category=%s&%s".formatted(category, query)), "name");
        assertThat(String.join(" ", found)).isEqualTo(names);
        var path = "/api/products?category=%s&%s".formatted(category, query);
        var first = Target.shop().get(path + "&limit=1");
        var rest = Page.rest(Target.shop(), path, first, 1);
        assertThat(Stream.concat(Page.items(first).stream(), rest.stream())
                        .map(item -> item.path("name").asString()))
                .containsExactlyElementsOf(found);
    }

    @Test
    void aCategoryIncludesItsDescendants() {
        Product.in(category + "/deep/deeper", "Delta");
        assertThat(Page.texts(Product.list("category=%s&sort=name".formatted(category)), "name"))
                .containsExactly("Alpha", "Beta", "Delta", "Gamma");
        assertThat(Page.texts(Product.list("category=%s/deep".formatted(category)), "name"))
                .containsExactly("Delta");
        assertThat(Page.items(Product.list("category=no-such-" + Ids.next()))).isEmpty();
    }

    @Test
    void thePriceIsTheLowestVariants() {
        var body = Product.body(
                "Delta",
                category,
                Product.variant(Staff.sku(), Sale.eur(900)),
                Product.variant(Staff.sku(), Sale.eur(700), Product.usd(50)));
        Product.create(Edit.set(
                Edit.set(body, "/variants/0/options", "{\"Size\":\"S\"}"), "/variants/1/options", "{\"Size\":\"L\"}"));
        var first = Page.items(Product.list("category=%s&sort=price".formatted(category)))
                .getFirst();
        assertThat(first.at("/price/amount").longValue()).isEqualTo(700);
        assertThat(first.at("/price/currency").asString()).isEqualTo("EUR");
    }

    @Test
    void archivedProductsAreLeftOut() {
        var id = Page.items(Product.list("category=%s&sort=name".formatted(category)))
                .getFirst()
                .path("id")
                .asString();
        Product.archive(id);
        assertThat(Page.texts(Product.list("category=%s&sort=name".formatted(category)), "name"))
                .containsExactly("Beta", "Gamma");
        Target.shop().get("/api/products/" + id).expectProblem(404, "catalog.not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=cheapest",
                "sort=PRICE",
                "sort=price;drop",
                "currency=GBP",
                "currency=eur",
                "minPrice=-1",
                "minPrice=1.5",
                "minPrice=x",
                "maxPrice=1000000000001",
                "minPrice=2&maxPrice=1",
                "category=Not%20A%20Slug",
                "category=/a"
            })
    void badFiltersAreRefused(String query) {
        Target.shop().get("/api/products?" + query).expectProblem(400, "validation.failed");
    }

    private void product(String name, Object... prices) {
        Product.create(Product.body(name, category, Product.variant(Staff.sku(), prices)));
    }
}
