package dev.banyan.client;

import dev.banyan.kernel.Ids;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody on the way to an order.
 *
 * @param http sends the cart's token, if it is a guest's
 */
public record Buyer(Http http, String cartId) {
    private static final String TOKEN = "X-Cart-Token";

    public static final Map<String, String> ADDRESS = Map.of(
            "name", "Ada Lovelace",
            "line1", "12 St James Square",
            "city", "London",
            "postalCode", "SW1Y 4JH",
            "country", "GB");

    /** A guest, or the user whom {@code shop} is signed in as, with an empty cart in {@code currency}. */
    public static Buyer in(Http shop, String currency) {
        var cart = shop.post("/api/carts", Map.of("currency", currency)).expect(201);
        var token = cart.text("/token");
        return new Buyer(token.isEmpty() ? shop : shop.with(TOKEN, token), cart.text("/id"));
    }

    public static Buyer of(Http shop, String sku, int quantity) {
        return in(shop, "EUR").with(sku, quantity);
    }

    public String cart() {
        return "/api/carts/" + cartId;
    }

    /** The same buyer at the shop's new address. */
    public Buyer at(Http shop) {
        return new Buyer(http.at(shop), cartId);
    }

    public Buyer with(String sku, int quantity) {
        put(sku, quantity).expect(200);
        return this;
    }

    public Answer put(String sku, int quantity) {
        return http.put(cart() + "/lines/" + sku, Map.of("quantity", quantity));
    }

    public Answer order(String token) {
        return order(Ids.next().toString(), token);
    }

    public Answer order(String idempotencyKey, String token) {
        return order(idempotencyKey, token, Map.of());
    }

    public Answer order(String idempotencyKey, String token, Map<String, Object> more) {
        return http.with("Idempotency-Key", idempotencyKey).post("/api/orders", body(token, more));
    }

    /** What is sent to order this cart. */
    public Map<String, Object> body(String token, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("cartId", cartId);
        if (http.headers().containsKey(TOKEN)) {
            body.put("email", "ada@example.com");
        }
        body.put("shippingAddress", ADDRESS);
        body.put("payment", Map.of("method", "card", "token", token));
        body.putAll(more);
        return body;
    }

    /** The order once it isn't {@code PENDING} any more, or after 30 s. */
    public static Answer settled(Http shop, Answer placed) {
        return shop.with("X-Order-Token", placed.text("/accessToken"))
                .get("/api/orders/%s?wait=30".formatted(placed.text("/id")))
                .expect(200);
    }
}
