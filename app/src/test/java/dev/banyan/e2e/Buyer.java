package dev.banyan.e2e;

import dev.banyan.kernel.Ids;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A guest on the way to an order.
 *
 * @param http sends the cart's token
 */
record Buyer(Http http, String cartId) {
    private static final Map<String, String> ADDRESS = Map.of(
            "name", "Ada Lovelace",
            "line1", "12 St James Square",
            "city", "London",
            "postalCode", "SW1Y 4JH",
            "country", "GB");

    /** A buyer with an empty cart in {@code currency}. */
    static Buyer in(Http shop, String currency) {
        var cart = shop.post("/api/carts", Map.of("currency", currency)).expect(201);
        return new Buyer(shop.with("X-Cart-Token", cart.text("/token")), cart.text("/id"));
    }

    static Buyer of(Http shop, String sku, int quantity) {
        return in(shop, "EUR").with(sku, quantity);
    }

    /** The same buyer at the shop's new address. */
    Buyer at(Http shop) {
        return new Buyer(new Http(shop.base(), http.headers()), cartId);
    }

    Buyer with(String sku, int quantity) {
        put(sku, quantity).expect(200);
        return this;
    }

    Answer put(String sku, int quantity) {
        return http.put("/api/carts/%s/lines/%s".formatted(cartId, sku), Map.of("quantity", quantity));
    }

    Answer order(String token) {
        return order(Ids.next().toString(), token);
    }

    Answer order(String idempotencyKey, String token) {
        return order(idempotencyKey, token, Map.of());
    }

    Answer order(String idempotencyKey, String token, Map<String, Object> more) {
        return http.with("Idempotency-Key", idempotencyKey).post("/api/orders", body(token, more));
    }

    /** What is sent to order this cart. */
    Map<String, Object> body(String token, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("cartId", cartId);
        body.put("email", "ada@example.com");
        body.put("shippingAddress", ADDRESS);
        body.put("payment", Map.of("method", "card", "token", token));
        body.putAll(more);
        return body;
    }

    /** The order once it isn't {@code PENDING} any more, or after 30 s. */
    static Answer settled(Http shop, Answer placed) {
        return shop.with("X-Order-Token", placed.text("/accessToken"))
                .get("/api/orders/%s?wait=30".formatted(placed.text("/id")))
                .expect(200);
    }
}
