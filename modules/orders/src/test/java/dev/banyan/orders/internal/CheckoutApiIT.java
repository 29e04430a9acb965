package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.orders.events.OrderPlaced;
import dev.banyan.runtime.testing.TestCallers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
}
