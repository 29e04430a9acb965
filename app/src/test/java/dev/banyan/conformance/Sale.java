package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Answer;
import dev.banyan.client.Buyer;
import dev.banyan.client.Http;
import dev.banyan.kernel.Ids;
import java.util.Map;

/**
 * Two units at 10.00 EUR, ordered.
 *
 * @param http may read the order
 */
record Sale(Http http, Buyer buyer, Answer placed, String sku) {
    static final int STOCK = 10;
    static final int QUANTITY = 2;
    static final long TOTAL = 2000;

    /** A guest's order, paid with {@code token}. */
    static Sale placed(String token) {
        return placed(Target.shop(), token);
    }

    /** The order of whoever {@code shopper} is. */
    static Sale placed(Http shopper, String token) {
        var sku = Target.staff().product(STOCK);
        var buyer = Buyer.of(shopper, sku, QUANTITY);
        var placed = buyer.order(token).expect(201);
        var secret = placed.text("/accessToken");
        return new Sale(secret.isEmpty() ? shopper : shopper.with("X-Order-Token", secret), buyer, placed, sku);
    }

    static Sale confirmed() {
        return confirmed(Target.shop());
    }

    static Sale confirmed(Http shopper) {
        var sale = placed(shopper, "tok_approve");
        assertThat(sale.settled().text("/status")).isEqualTo("CONFIRMED");
        return sale;
    }

    static Sale shipped() {
        var sale = confirmed();
        sale.ship(Map.of()).expect(201);
        return sale;
    }

    String id() {
        return placed.text("/id");
    }

    String path() {
        return "/api/orders/" + id();
    }

    String adminPath() {
        return "/api/admin/orders/" + id();
    }

    Answer read() {
        return http.get(path()).expect(200);
    }

    /** The order once it isn't {@code PENDING} any more. */
    Answer settled() {
        return http.get(path() + "?wait=30").expect(200);
    }

    Answer ship(Object body) {
        return Target.admin().post(adminPath() + "/shipments", body);
    }

    Answer refund(Object body) {
        return Target.admin().with("Idempotency-Key", Ids.next().toString()).post(adminPath() + "/refunds", body);
    }

    Answer payment() {
        return Target.admin().get("/api/admin/payments?orderId=" + id()).expect(200);
    }

    static Map<String, Object> eur(long amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
