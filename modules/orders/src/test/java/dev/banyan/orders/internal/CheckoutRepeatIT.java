package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.orders.events.OrderPlaced;
import dev.banyan.runtime.testing.Race;
import dev.banyan.runtime.testing.TestCallers;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The same checkout sent again, over HTTP. */
class CheckoutRepeatIT extends OrdersIT {
    @Test
    void givesTheStoredAnswerAgain() {
        var cart = guestCart();
        var key = Ids.next().toString();

        var first = send(cart, key, "tok_approve");
        var again = send(cart, key, "tok_approve");

        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(201).headers().hasValue("Idempotent-Replayed", "true");
        assertThat(text(again, "$.id")).isEqualTo(text(first, "$.id"));
        assertThat(text(again, "$.accessToken")).isEqualTo(text(first, "$.accessToken"));
        assertProblem(send(cart, key, "tok_decline"), 422, "idempotency.key-reused");
        assertThat(records.countOfCart(cart.id())).isEqualTo(1);
    }

    @Test
    void makesOneOrderOfTwentyAtOnce() {
        var cart = guestCart();
        var key = Ids.next().toString();

        var results = Race.together(IntStream.range(0, 20)
                .<Callable<MvcTestResult>>mapToObj(i -> () -> send(cart, key, "tok_approve"))
                .toList());

        assertThat(results).allSatisfy(result -> {
            var answer = (MvcTestResult) result;
            if (answer.getResponse().getStatus() != 201) {
                assertProblem(answer, 409, "idempotency.in-progress");
            }
        });
        var id = UUID.fromString(text(send(cart, key, "tok_approve"), "$.id"));
        assertThat(records.countOfCart(cart.id())).isEqualTo(1);
        awaitOrder(id, order -> order.status() == OrderStatus.CONFIRMED);
        assertThat(modules.payments.kept(id)).isEqualTo(1500);
    }

    @Test
    void resumesWhatAnUnreachableModuleStopped() {
        var cart = guestCart();
        var key = Ids.next().toString();
        modules.faults.once("InventoryApi.reserve", "after");

        var cutOff = send(cart, key, "tok_approve");
        var resumed = send(cart, key, "tok_approve");

        assertProblem(cutOff, 503, "module.unavailable");
        assertThat(cutOff).headers().containsHeader("Retry-After");
        assertThat(resumed).hasStatus(201);
        assertThat(modules.inventory.left(cart.lines().getFirst().sku())).isEqualTo(7);
    }

    @Test
    void answersLikeTheFirstTimeWhenTheAnswerWasNotStored() {
        var cart = guestCart();
        var key = Ids.next().toString();
        records.failOnce(OrderPlaced.class);

        assertThat(send(cart, key, "tok_approve")).hasStatus(500);
        var order = send(cart, key, "tok_approve");

        assertThat(order).hasStatus(201);
        assertThat(get("/api/orders/" + text(order, "$.id"), "X-Order-Token", text(order, "$.accessToken")))
                .hasStatus(200);
    }

    @Test
    void givesAGuestTheSameTokenWhoeverAnswers() {
        var operation = Ids.next();
        var cart = guestCart();

        var first = checkouts.checkOut(checkout(operation, cart));
        var again = checkouts.checkOut(checkout(operation, cart));

        assertThat(first.accessToken()).isNotNull().hasSize(43).isEqualTo(again.accessToken());
        assertThat(view(first.id()).accessToken()).isNull();
        assertThat(checkouts.checkOut(checkout(Ids.next(), guestCart())).accessToken())
                .isNotEqualTo(first.accessToken());
    }

    @Test
    void repeatsRefusalsToo() {
        var cart = guestCart();
        var key = Ids.next().toString();
        modules.inventory.stock(cart.lines().getFirst().sku(), 0);
        assertProblem(send(cart, key, "tok_approve"), 409, "inventory.out-of-stock");
        modules.inventory.stock(cart.lines().getFirst().sku(), 10);

        assertProblem(send(cart, key, "tok_approve"), 409, "inventory.out-of-stock");
        assertThat(checkOut(cart, "tok_approve")).hasStatus(201);
    }

    @Test
    void keepsCallersApart() {
        var user = TestCallers.customer();
        var other = TestCallers.customer();
        var key = Ids.next().toString();

        var mine = sendAs(user.header(), user.value(), key, body(cartOf(user), "tok_approve", null));
        var theirs = sendAs(other.header(), other.value(), key, body(cartOf(other), "tok_approve", null));

        assertThat(mine).hasStatus(201);
        assertThat(theirs).hasStatus(201);
        assertThat(text(mine, "$.id")).isNotEqualTo(text(theirs, "$.id"));
    }

    private MvcTestResult send(GuestCart cart, String key, String token) {
        return sendAs("X-Cart-Token", cart.token(), key, body(cart.id(), token, "guest@example.org"));
    }

    private MvcTestResult sendAs(String header, String value, String key, String body) {
        return http.post()
                .uri("/api/orders")
                .header("Idempotency-Key", key)
                .header(header, value)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
