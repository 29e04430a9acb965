package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Staff;
import dev.banyan.kernel.Ids;
import org.junit.jupiter.api.Test;

/** One product as shoppers see it. */
class ProductIT {
    @Test
    void isFoundByIdAndSlugInEachCurrency() {
        var name = "Tea Pot " + Ids.next();
        var sku = Staff.sku();
        var made = Product.create(Product.body(name, "tests", Product.variant(sku, Sale.eur(1000), Product.usd(1100))));

        var byId = Target.shop().get("/api/products/" + made.text("/id")).expect(200);
        var bySlug = Target.shop().get("/api/products/" + made.text("/slug")).expect(200);

        assertThat(made.text("/slug")).startsWith("tea-pot-");
        assertThat(bySlug.body()).isEqualTo(byId.body());
        assertThat(byId.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "slug", "name", "description", "category", "images", "options", "variants", "version");
        assertThat(byId.at("/variants/0").propertyNames())
                .containsExactlyInAnyOrder("sku", "options", "price", "weightGrams");
        assertThat(byId.at("/variants/0/price/amount").longValue()).isEqualTo(1000);
        assertThat(byId.header("ETag")).isEqualTo("\"%s\"".formatted(byId.text("/version")));
        var inDollars = Target.shop().get("/api/products/%s?currency=USD".formatted(made.text("/id")));
        assertThat(inDollars.at("/variants/0/price/amount").longValue()).isEqualTo(1100);
        assertThat(inDollars.text("/variants/0/price/currency")).isEqualTo("USD");
    }

    @Test
    void showsVariantsThatAreNotSoldInTheCurrency() {
        var made = Product.in("tests", "Only in euros");
        var shown = Target.shop()
                .get("/api/products/%s?currency=USD".formatted(made.text("/id")))
                .expect(200);
        assertThat(shown.at("/variants/0/price").isNull()).isTrue();
        Target.shop()
                .get("/api/products/%s?currency=GBP".formatted(made.text("/id")))
                .expectField("validation.failed", "currency");
    }

    @Test
    void mustExist() {
        Target.shop().get("/api/products/" + Ids.next()).expectProblem(404, "catalog.not-found");
        Target.shop().get("/api/products/no-such-slug-" + Ids.next()).expectProblem(404, "catalog.not-found");
        Target.shop().get("/api/products/%27--").expectProblem(404, "catalog.not-found");
    }

    @Test
    void categoriesAreATreeMadeOnFirstUse() {
        var top = "top-" + Ids.next();
        Product.in(top + "/below/further", "A product");

        var found = Page.items(Target.shop().get("/api/categories")).stream()
                .filter(category -> category.path("slug").asString().equals(top))
                .findFirst()
                .orElseThrow();

        assertThat(found.propertyNames()).contains("slug", "name", "children");
        assertThat(found.path("name").asString()).isNotEmpty();
        assertThat(found.at("/children/0/slug").asString()).isEqualTo("below");
        assertThat(found.at("/children/0/children/0/slug").asString()).isEqualTo("further");
        assertThat(found.at("/children/0/children/0/children").isEmpty()).isTrue();
    }
}
