package dev.banyan.conformance;

import dev.banyan.client.Answer;
import dev.banyan.client.Http;
import dev.banyan.client.Staff;
import java.util.List;
import java.util.Map;

/** Products of a test's own. */
final class Product {
    private Product() {}

    /** A variant at these prices. */
    static Map<String, Object> variant(String sku, Object... prices) {
        return Map.of("sku", sku, "options", Map.of(), "prices", List.of(prices), "weightGrams", 100);
    }

    static Map<String, Object> body(String name, String category, Object... variants) {
        return Map.of(
                "name",
                name,
                "description",
                "Made by a test.",
                "category",
                category,
                "options",
                variants.length < 2 ? List.of() : List.of(Map.of("name", "Size", "values", List.of("S", "L"))),
                "variants",
                List.of(variants));
    }

    static Answer create(Object body) {
        return Target.admin().post("/api/admin/products", body).expect(201);
    }

    /** A product of one variant for 10.00 EUR in a category. */
    static Answer in(String category, String name) {
        return create(body(name, category, variant(Staff.sku(), Sale.eur(1000))));
    }

    static Map<String, Object> usd(long amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    static Answer list(String query) {
        return Target.shop().get("/api/products?" + query).expect(200);
    }

    /** Staff who change whatever version there is. */
    static Http anyVersion() {
        return Target.admin().with("If-Match", "*");
    }

    static Answer archive(String id) {
        return Target.admin().delete("/api/admin/products/" + id).expect(204);
    }
}
