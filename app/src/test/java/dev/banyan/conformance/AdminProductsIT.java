package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Answer;
import dev.banyan.client.Buyer;
import dev.banyan.client.Staff;
import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdminProductsIT {
    private final String sku = Staff.sku();
    private final Map<String, Object> body =
            Product.body("Kettle " + Ids.next(), "tests/kettles", Product.variant(sku, Sale.eur(1000)));

    @Test
    void areMadeWithAllTheirPrices() {
        var slug = "kettle-" + Ids.next();
        var made = Product.create(Edit.set(
                Edit.set(body, "/slug", '"' + slug + '"'),
                "/variants/0/prices",
                "[{\"amount\":0,\"currency\":\"EUR\"},{\"amount\":1000000000000,\"currency\":\"USD\"}]"));

        assertThat(made.header("Location")).endsWith("/api/admin/products/" + made.text("/id"));
        assertThat(made.text("/id")).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(made.text("/slug")).isEqualTo(slug);
        assertThat(made.at("/variants/0/prices").size()).isEqualTo(2);
        var read = read(made);
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.header("ETag"))
                .isEqualTo(made.header("ETag"))
                .isEqualTo("\"%s\"".formatted(made.text("/version")));
        assertThat(Page.texts(Target.admin().get("/api/admin/products?limit=100"), "id"))
                .contains(made.text("/id"));
    }

    @Test
    void skusAndSlugsAreTakenOnce() {
        var made = Product.create(body);
        Target.admin().post("/api/admin/products", body).expectProblem(409, "catalog.sku-taken");
        var other = Edit.set(Staff.body(Staff.sku()), "/slug", '"' + made.text("/slug") + '"');
        Target.admin().post("/api/admin/products", other).expectProblem(409, "catalog.slug-taken");
        var another = Product.create(Staff.body(Staff.sku()));
        replace(another, "*", other).expectProblem(409, "catalog.slug-taken");
        replace(another, "*", body).expectProblem(409, "catalog.sku-taken");
    }

    @Test
    void onePriceForEachCurrencyAndOneVariantForEachSku() {
        Target.admin()
                .post("/api/admin/products", Product.body("A", "tests", Product.variant(sku, Sale.eur(1), Sale.eur(2))))
                .expectProblem(400, "validation.failed");
        var twice = Edit.set(
                Product.body("A", "tests", Product.variant(sku), Product.variant(sku)),
                "/variants/0/options",
                "{\"Size\":\"S\"}");
        Target.admin()
                .post("/api/admin/products", Edit.set(twice, "/variants/1/options", "{\"Size\":\"L\"}"))
                .expectProblem(400, "validation.failed");
    }

    @Test
    void areReplacedWhole() {
        var made = Product.create(body);
        var second = Staff.sku();
        var change = Product.body("Renamed", "tests", Product.variant(second, Sale.eur(500)));

        var after = replace(made, made.header("ETag"), change).expect(200);

        assertThat(after.text("/name")).isEqualTo("Renamed");
        assertThat(after.at("/variants").size()).isEqualTo(1);
        assertThat(after.at("/version").longValue())
                .isGreaterThan(made.at("/version").longValue());
        replace(made, made.header("ETag"), change).expectProblem(412, "precondition.failed");
        Target.admin().put(path(made), change).expectProblem(428, "precondition.required");
        var shopper = Buyer.in(Target.shop(), "EUR");
        shopper.put(sku, 1).expectProblem(404, "catalog.sku-unknown");
        shopper.put(second, 1).expect(200);
        replace(made, "*", Edit.set(change, "/variants/0/sku", "\"a b\""))
                .expectField("validation.failed", "variants[0].sku");
    }

    @Test
    void pricesChangeUnderTheProductsETag() {
        var made = Product.create(body);
        var prices = path(made) + "/variants/%s/prices".formatted(sku);

        var after = Target.admin()
                .with("If-Match", made.header("ETag"))
                .put(prices, List.of(Sale.eur(1200), Product.usd(1300)))
                .expect(200);

        assertThat(after.at("/variants/0/prices").size()).isEqualTo(2);
        assertThat(after.header("ETag")).isNotEqualTo(made.header("ETag"));
        var stale = Target.admin().with("If-Match", made.header("ETag"));
        stale.put(prices, List.of(Sale.eur(1))).expectProblem(412, "precondition.failed");
        Target.admin().put(prices, List.of(Sale.eur(1))).expectProblem(428, "precondition.required");
        Product.anyVersion()
                .put(path(made) + "/variants/nope/prices", List.of(Sale.eur(1)))
                .expect(404);
        assertThat(Buyer.of(Target.shop(), sku, 2)
                        .http()
                        .get("/api/products/" + made.text("/id"))
                        .at("/variants/0/price/amount")
                        .longValue())
                .isEqualTo(1200);
    }

    @Test
    void archivedOnesCannotBeBoughtButStayReadable() {
        var made = Product.create(body);
        var buyer = Buyer.of(Target.shop(), sku, 1);

        Product.archive(made.text("/id"));

        assertThat(read(made).text("/name")).isEqualTo(made.text("/name"));
        Buyer.in(Target.shop(), "EUR").put(sku, 1).expectProblem(404, "catalog.sku-unknown");
        assertThat(buyer.order("tok_approve").status()).isEqualTo(409);
        Target.shop().get("/api/products/" + made.text("/id")).expectProblem(404, "catalog.not-found");
    }

    @Test
    void mustExist() {
        for (var id : List.of(Ids.next().toString(), "none")) {
            var path = "/api/admin/products/" + id;
            Target.admin().get(path).expectProblem(404, "catalog.not-found");
            Product.anyVersion().put(path, body).expectProblem(404, "catalog.not-found");
            Product.anyVersion()
                    .put(path + "/variants/A/prices", List.of(Sale.eur(1)))
                    .expectProblem(404, "catalog.not-found");
            Target.admin().delete(path).expectProblem(404, "catalog.not-found");
        }
    }

    private static Answer read(Answer made) {
        return Target.admin().get(path(made)).expect(200);
    }

    private static Answer replace(Answer made, String ifMatch, Object body) {
        return Target.admin().with("If-Match", ifMatch).put(path(made), body);
    }

    private static String path(Answer made) {
        return "/api/admin/products/" + made.text("/id");
    }
}
