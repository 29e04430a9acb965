package dev.banyan.client;

import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The shop's administrator.
 *
 * @param http is signed in
 */
public record Staff(Http http) {
    private static final long PRICE = 1000;

    public static Staff of(Http shop, String email, String password) {
        return new Staff(shop.signedIn(email, password));
    }

    /** A new product of one variant with that much stock; returns its SKU. */
    public String product(long stock) {
        return product(stock, PRICE);
    }

    public String product(long stock, long price) {
        var sku = sku();
        http.post("/api/admin/products", body(sku, price)).expect(201);
        http.with("If-Match", "*")
                .put("/api/admin/stock/" + sku, Map.of("onHand", stock))
                .expect(200);
        return sku;
    }

    public static String sku() {
        return "E2E-" + Ids.next().toString().toUpperCase(Locale.ROOT);
    }

    /** What is sent to make a product of one variant. */
    public static Map<String, Object> body(String sku) {
        return body(sku, PRICE);
    }

    private static Map<String, Object> body(String sku, long price) {
        var variant = Map.of(
                "sku",
                sku,
                "options",
                Map.of(),
                "prices",
                List.of(Map.of("amount", price, "currency", "EUR")),
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

    public Answer stock(String sku) {
        return http.get("/api/admin/stock/" + sku).expect(200);
    }

    public Answer order(String id) {
        return http.get("/api/admin/orders/" + id).expect(200);
    }

    public Answer messages(String orderId) {
        return http.get("/api/admin/messages?orderId=" + orderId).expect(200);
    }
}
