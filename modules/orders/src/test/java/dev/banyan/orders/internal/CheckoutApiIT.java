package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.catalog.Offer;
import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.orders.events.OrderPlaced;
import dev.banyan.runtime.testing.TestCallers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CheckoutApiIT extends OrdersIT {
    @Test
    void turnsAGuestsCartIntoAnOrder() {
        var cart = guestCart(2);

        var answer = checkOut(cart, "tok_approve");

        assertThat(answer).hasStatus(201);
        var id = text(answer, "$.id");
        assertThat(answer).headers().hasValue("Location", "/api/orders/" + id).hasValue("ETag", "\"1\"");
        assertThat(text(answer, "$.number")).matches("B-\\d{6,}");
        assertThat(text(answer, "$.status")).isEqualTo("PENDING");
        assertThat(text(answer, "$.paymentStatus")).isEqualTo("PENDING");
        assertThat(text(answer, "$.fulfilmentStatus")).isEqualTo("UNFULFILLED");
        assertThat(text(answer, "$.email")).isEqualTo("guest@example.org");
        assertThat(value(answer, "$.total.amount")).isEqualTo(3000);
        assertThat(value(answer, "$.subtotal.amount")).isEqualTo(3000);
        assertThat(value(answer, "$.lines[1].quantity")).isEqualTo(3);
        assertThat(value(answer, "$.lines[1].unitPrice.amount")).isEqualTo(500);
        assertThat(value(answer, "$.lines[1].lineTotal.amount")).isEqualTo(1500);
        assertThat(text(answer, "$.lines[1].name")).startsWith("Name of ");
        assertThat(text(answer, "$.shippingAddress.country")).isEqualTo("DE");
        assertThat(text(answer, "$.history[0].status")).isEqualTo("PENDING");
        assertThat(text(answer, "$.accessToken")).hasSize(43);

        var confirmed = awaitOrder(UUID.fromString(id), order -> order.status() == OrderStatus.CONFIRMED);
        assertThat(confirmed.paymentStatus()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(confirmed.history())
                .extracting(StatusChange::status)
                .containsExactly(OrderStatus.PENDING, OrderStatus.CONFIRMED);
        assertThat(modules.carts.state(cart.id())).isEqualTo("COMPLETED");
        assertThat(modules.inventory.state(confirmed.id())).isEqualTo("FIRM");
        assertThat(modules.payments.kept(confirmed.id())).isEqualTo(3000);
        assertThat(modules.payments.token(confirmed.id())).isEqualTo("tok_approve");
        assertThat(records.keepsCardToken(confirmed.id())).isFalse();
    }

    @Test
    void answersAReadLikeTheCheckoutButWithoutTheToken() {
        var order = ordered("tok_wait", pending -> true);

        var read = get(order.path(), "X-Order-Token", order.token());

        assertThat(read).hasStatus(200);
        assertThat(text(read, "$.number")).isEqualTo(view(order.id()).number());
        assertThat(read.getResponse())
                .satisfies(response -> assertThat(response.getContentAsString())
                        .doesNotContain("accessToken")
                        .doesNotContain("tok_wait"));
    }

    @Test
    void takesAUsersAddressFromTheAccount() {
        var user = TestCallers.customer();
        var cart = cartOf(user);

        var refused = post(user, "/api/orders", body(cart, "tok_approve", "other@example.org"));
        var answer = post(user, "/api/orders", body(cart, "tok_approve", null));

        assertProblem(refused, 400, "validation.failed");
        assertThat(text(refused, "$.errors[0].field")).isEqualTo("email");
        assertThat(answer).hasStatus(201);
        assertThat(text(answer, "$.email")).isEqualTo(user.caller().email());
        assertThat(answer.getResponse())
                .satisfies(response -> assertThat(response.getContentAsString()).doesNotContain("accessToken"));
    }

    @Test
    void letsAnApiKeyOrderForAGuest() {
        var cart = guestCart();
        var key = TestCallers.apiKey("orders:write");
        var powerless = TestCallers.apiKey("orders:read");
        var body = body(cart.id(), "tok_approve", "guest@example.org");

        assertProblem(
                post("/api/orders", body, powerless.header(), powerless.value(), "X-Cart-Token", cart.token()),
                403,
                "auth.forbidden");
        assertProblem(post(key, "/api/orders", body), 404, "cart.not-found");
        assertProblem(
                post(
                        "/api/orders",
                        body(cart.id(), "tok_approve", null),
                        key.header(),
                        key.value(),
                        "X-Cart-Token",
                        cart.token()),
                400,
                "validation.failed");
        var answer = post("/api/orders", body, key.header(), key.value(), "X-Cart-Token", cart.token());
        assertThat(answer).hasStatus(201);
        assertThat(text(answer, "$.accessToken")).hasSize(43);
    }

    @Test
    void findsOnlyTheCallersOwnCart() {
        var guest = guestCart();
        var user = TestCallers.customer();
        var cart = cartOf(user);
        var body = body(guest.id(), "tok_approve", "guest@example.org");

        assertProblem(post("/api/orders", body), 404, "cart.not-found");
        assertProblem(post("/api/orders", body, "X-Cart-Token", "wrong"), 404, "cart.not-found");
        assertProblem(
                post(TestCallers.customer(), "/api/orders", body(cart, "tok_approve", null)), 404, "cart.not-found");
        assertProblem(post(user, "/api/orders", body(Ids.next(), "tok_approve", null)), 404, "cart.not-found");
        assertThat(modules.carts.state(guest.id())).isEqualTo("OPEN");
        assertThat(modules.carts.state(cart)).isEqualTo("OPEN");
    }

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

    @Test
    void tellsNobodyTheCardsToken() {
        var order = ordered("tok_approve", confirmed -> confirmed.status() == OrderStatus.CONFIRMED);

        assertThat(records.published(OrderPlaced.class))
                .filteredOn(event -> event.orderId().equals(order.id()))
                .singleElement()
                .asString()
                .doesNotContain("tok_approve");
        var admin = get(TestCallers.staff(), order.adminPath());
        assertThat(admin.getResponse())
                .satisfies(response -> assertThat(response.getContentAsString())
                        .doesNotContain("tok_approve")
                        .doesNotContain(order.token()));
    }

    private MvcTestResult checkOutExpecting(GuestCart cart, String expectedTotal) {
        var body = body(cart.id(), "tok_approve", "guest@example.org")
                .replaceFirst("\\{", "{\"expectedTotal\": %s, ".formatted(expectedTotal));
        return post("/api/orders", body, "X-Cart-Token", cart.token());
    }
}
