package dev.banyan.bench;

import dev.banyan.kernel.Ids;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** What a guest does, on one connection. */
final class Shopper implements AutoCloseable {
    private static final String ADDRESS = """
            "shippingAddress":{"name":"Ada Lovelace","line1":"12 Square","city":"London","postalCode":"W1","country":"GB"}""";

    private final HttpConnection connection;
    private final List<String> skus;
    private final List<String> products;
    private final AtomicLong requests;

    Shopper(HttpConnection connection, List<String> skus, List<String> products, AtomicLong requests) {
        this.connection = connection;
        this.skus = skus;
        this.products = products;
        this.requests = requests;
    }

    void list() throws IOException {
        connection.get("/api/products", Map.of()).expect(200);
    }

    void detail() throws IOException {
        connection.get("/api/products/" + any(products), Map.of()).expect(200);
    }

    /** Returns the cart's id and token. */
    String[] cartWithALine() throws IOException {
        var cart = connection.send("POST", "/api/carts", Map.of(), "").expect(201);
        var id = cart.text("id");
        var token = cart.text("token");
        var path = "/api/carts/%s/lines/%s".formatted(id, any(skus));
        connection
                .send("PUT", path, Map.of("X-Cart-Token", token), "{\"quantity\":1}")
                .expect(200);
        requests.addAndGet(2);
        return new String[] {id, token};
    }

    /** A whole guest checkout, until the order is confirmed. */
    void checkout() throws IOException {
        var cart = cartWithALine();
        var body = """
                {"cartId":"%s","email":"ada@example.com",%s,"payment":{"method":"card","token":"tok_approve"}}""".formatted(cart[0], ADDRESS);
        var headers =
                Map.of("X-Cart-Token", cart[1], "Idempotency-Key", Ids.next().toString());
        var order = connection.send("POST", "/api/orders", headers, body).expect(201);
        var path = "/api/orders/%s?wait=30".formatted(order.text("id"));
        var final_ = connection
                .get(path, Map.of("X-Order-Token", order.text("accessToken")))
                .expect(200);
        requests.addAndGet(2);
        if (!final_.text("status").equals("CONFIRMED")) {
            throw new IllegalStateException("Not confirmed: " + final_.body());
        }
    }

    private static String any(List<String> values) {
        return values.get(ThreadLocalRandom.current().nextInt(values.size()));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
