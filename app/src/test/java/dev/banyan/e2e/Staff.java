package dev.banyan.e2e;

import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Map;

/**
 * The shop's administrator.
 *
 * @param http is signed in
 */
record Staff(Http http) {
    static Staff of(Http shop) {
        return new Staff(shop.signedIn(Shop.ADMIN, Shop.ADMIN_PASSWORD));
    }

    /** A new product of one variant with that much stock; returns its SKU. */
    String product(long stock) {
        var sku = "E2E-" + Ids.next().toString().toUpperCase(java.util.Locale.ROOT);
        var product = Map.of(
                "name", "Product " + sku,
                "description", "Made by a test.",
                "category", "tests",
                "options", List.of(),
                "variants",
                        List.of(Map.of(
                                "sku", sku,
                                "options", Map.of(),
                                "prices", List.of(Map.of("amount", 1000, "currency", "EUR")),
                                "weightGrams", 100)));
        http.post("/api/admin/products", product).expect(201);
        http.with("If-Match", "*")
                .put("/api/admin/stock/" + sku, Map.of("onHand", stock))
                .expect(200);
        return sku;
    }

    Answer stock(String sku) {
        return http.get("/api/admin/stock/" + sku).expect(200);
    }

    Answer order(String id) {
        return http.get("/api/admin/orders/" + id).expect(200);
    }

    Answer messages(String orderId) {
        return http.get("/api/admin/messages?orderId=" + orderId).expect(200);
    }
}
