package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.catalog.Offer;
import dev.banyan.kernel.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CheckoutRefusalApiIT extends OrdersIT {
    @Test
    void needsAnIdempotencyKey() {
        var cart = guestCart();
        var answer = http.post()
                .uri("/api/orders")
                .header("X-Cart-Token", cart.token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(cart.id(), "tok_approve", "guest@example.org"))
                .exchange();

        assertProblem(answer, 400, "idempotency.key-missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "cartId": "%s"             | "cartId": null            | cartId
            guest@example.org          | not-an-address            | email
            guest@example.org          | a b@example.org           | email
            "name": "Ada"              | "name": " "               | shippingAddress.name
            "line1": "1 Street"        | "line1": "a\\nb"          | shippingAddress.line1
            "city": "Berlin",          |                           | shippingAddress.city
            10115                      | 123456789012345678901     | shippingAddress.postalCode
            "country": "DE"            | "country": "XX"           | shippingAddress.country
            "country": "DE"            | "country": "de"           | shippingAddress.country
            "method": "card"           | "method": "cash"          | payment.method
            tok_approve                | tok approve               | payment.token
            """)
    void refusesBadFields(String good, String bad, String field) {
        var cart = guestCart();
        var sent = body(cart.id(), "tok_approve", "guest@example.org")
                .replace(good.formatted(cart.id()), bad == null ? "" : bad);

        var answer = post("/api/orders", sent, "X-Cart-Token", cart.token());

        assertProblem(answer, 400, "validation.failed");
        assertThat(text(answer, "$.errors[*].field")).contains(field);
        assertThat(modules.carts.state(cart.id())).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"amount": -1, "currency": "EUR"}
            {"amount": 1.5, "currency": "EUR"}
            {"amount": "1500", "currency": "EUR"}
            {"amount": 1500, "currency": "JPY"}
            {"amount": 1000000000001, "currency": "EUR"}
            """)
    void refusesBadMoney(String expected) {
        var cart = guestCart();

        var answer = checkOutExpecting(cart, expected);

        assertThat(answer).hasStatus(400);
        assertThat(modules.carts.state(cart.id())).isEqualTo("OPEN");
    }

    @Test
    void refusesAnEmptyCartAndFreesIt() {
        var cart = new GuestCart(modules.carts.add(null, "token", "EUR", List.of()), "token", List.of());

        assertProblem(checkOut(cart, "tok_approve"), 409, "orders.cart-empty");
        assertThat(modules.carts.state(cart.id())).isEqualTo("OPEN");
    }

    @Test
    void refusesAnotherTotalThanExpected() {
        var cart = guestCart();

        var refused = checkOutExpecting(cart, "{\"amount\": 1499, \"currency\": \"EUR\"}");
        assertProblem(refused, 409, "orders.total-changed");
        assertThat(value(refused, "$.currentTotal.amount")).isEqualTo(1500);
        assertThat(text(refused, "$.currentTotal.currency")).isEqualTo("EUR");
        assertThat(modules.carts.state(cart.id())).isEqualTo("OPEN");
        assertThat(modules.inventory.left(cart.lines().getFirst().sku())).isEqualTo(10);

        assertThat(checkOutExpecting(cart, "{\"amount\": 1500, \"currency\": \"EUR\"}"))
                .hasStatus(201);
    }

    @Test
    void refusesWhatIsNotForSaleAnyMore() {
        var cart = guestCart();
        var sku = cart.lines().getFirst().sku();
        modules.catalog.put(new Offer(sku, "Gone", new Money(500, "EUR"), false));

        var answer = checkOut(cart, "tok_approve");

        assertProblem(answer, 409, "orders.line-unavailable");
        assertThat(value(answer, "$.skus[0]")).isEqualTo(sku);
        assertThat(modules.carts.state(cart.id())).isEqualTo("OPEN");
    }

    @Test
    void refusesWhatIsOutOfStockAndFreesTheCart() {
        var cart = guestCart();
        var sku = cart.lines().getFirst().sku();
        modules.inventory.stock(sku, 2);

        var answer = checkOut(cart, "tok_approve");

        assertProblem(answer, 409, "inventory.out-of-stock");
        assertThat(value(answer, "$.skus[0]")).isEqualTo(sku);
        assertThat(modules.carts.state(cart.id())).isEqualTo("OPEN");
        modules.inventory.stock(sku, 3);
        assertThat(checkOut(cart, "tok_approve")).hasStatus(201);
    }

    @Test
    void namesTheOrderThatACartHasBecome() {
        var order = confirmed();

        var answer = checkOut(order.cart(), "tok_approve");

        assertProblem(answer, 409, "cart.completed");
        assertThat(text(answer, "$.orderId")).isEqualTo(order.id().toString());
    }

    private MvcTestResult checkOutExpecting(GuestCart cart, String expectedTotal) {
        var body = body(cart.id(), "tok_approve", "guest@example.org")
                .replaceFirst("\\{", "{\"expectedTotal\": %s, ".formatted(expectedTotal));
        return post("/api/orders", body, "X-Cart-Token", cart.token());
    }
}
