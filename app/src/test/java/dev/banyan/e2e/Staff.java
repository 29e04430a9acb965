package dev.banyan.e2e;

import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Locale;
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
        var sku = sku();
        http.post("/api/admin/products", body(sku)).expect(201);
        http.with("If-Match", "*")
                .put("/api/admin/stock/" + sku, Map.of("onHand", stock))
                .expect(200);
        return sku;
    }

    static String sku() {
        return "E2E-" + Ids.next().toString().toUpperCase(Locale.ROOT);
    }

    /** What is sent to make a product of one variant. */
    static Map<String, Object> body(String sku) {
        var variant = Map.of(
                "sku",
                sku,
                "options",
                Map.of(),
                "prices",
                List.of(Map.of("amount", 1000, "currency", "EUR")),
                "weightGrams",
                100);
        return Map.of(
                "name",
                "Product " + sku,
                "description",
                "Made by a test.",
                "category",
                "tests",
                "options",
                List.of(),
                "variants",
                List.of(variant));
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
