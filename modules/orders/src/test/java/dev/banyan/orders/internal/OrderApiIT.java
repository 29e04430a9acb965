package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.TestCallers;
import dev.banyan.runtime.web.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class OrderApiIT extends OrdersIT {
    @Test
    void showsAGuestsOrderToItsTokenAlone() {
        var order = ordered("tok_wait", pending -> true);
        var other = ordered("tok_wait", pending -> true);

        assertThat(get(order.path(), "X-Order-Token", order.token())).hasStatus(200);
        assertProblem(get(order.path()), 404, "orders.not-found");
        assertProblem(get(order.path(), "X-Order-Token", other.token()), 404, "orders.not-found");
        assertProblem(get(TestCallers.customer(), order.path()), 404, "orders.not-found");
        assertProblem(get(TestCallers.admin(), order.path()), 404, "orders.not-found");
        assertProblem(get(TestCallers.apiKey("orders:read"), order.path()), 404, "orders.not-found");
        assertProblem(get(TestCallers.apiKey("stock:read"), order.path()), 403, "auth.forbidden");
        assertProblem(get("/api/orders/" + Ids.next(), "X-Order-Token", order.token()), 404, "orders.not-found");
    }

    @Test
    void showsAUsersOrderToThemAlone() {
        var user = TestCallers.customer();
        var id = text(post(user, "/api/orders", body(cartOf(user), "tok_wait", null)), "$.id");

        assertThat(get(user, "/api/orders/" + id)).hasStatus(200);
        assertProblem(get(TestCallers.customer(), "/api/orders/" + id), 404, "orders.not-found");
        assertProblem(get("/api/orders/" + id), 404, "orders.not-found");
    }

    @Test
    void listsAUsersOrdersNewestFirst() {
        var user = TestCallers.customer();
        var placed = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            placed.addFirst(text(post(user, "/api/orders", body(cartOf(user), "tok_wait", null)), "$.id"));
        }

        var first = get(user, "/api/orders?limit=3");
        post(user, "/api/orders", body(cartOf(user), "tok_wait", null));
        var second = get(user, "/api/orders?limit=3&cursor=" + text(first, "$.nextCursor"));

        assertThat(value(first, "$.items[*].id")).isEqualTo(placed.subList(0, 3));
        assertThat(value(second, "$.items[*].id")).isEqualTo(placed.subList(3, 5));
        assertThat(value(second, "$.nextCursor")).isNull();
        assertThat(value(get(TestCallers.customer(), "/api/orders"), "$.items")).isEqualTo(List.of());
        assertProblem(get(user, "/api/orders?cursor=forged"), 400, "validation.failed");
        for (var time : List.of("+300000-01-01T00:00:00Z", "-4713-01-01T00:00:00Z", "now")) {
            var forged = PageRequest.cursor("orders:newest", time, Ids.next().toString());
            assertProblem(get(user, "/api/orders?cursor=" + forged), 400, "validation.failed");
        }
        assertProblem(get("/api/orders"), 401, "auth.required");
        assertProblem(get(TestCallers.apiKey("orders:read"), "/api/orders"), 403, "auth.forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "31", "x", "1.5"})
    void refusesBadWaits(String wait) {
        var order = ordered("tok_wait", pending -> true);

        assertThat(get(order.path() + "?wait=" + wait, "X-Order-Token", order.token()))
                .hasStatus(400);
    }

    @Test
    void waitsUntilTheOrderIsDecided() throws Exception {
        var order = ordered("tok_wait", pending -> true);
        awaitPaymentAsked(order.id());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = System.nanoTime();
            var waiting = threads.submit(() -> get(order.path() + "?wait=30", "X-Order-Token", order.token()));
            modules.payments.approve(order.id());

            assertThat(text(waiting.get(), "$.status")).isEqualTo("CONFIRMED");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void answersAfterTheWaitWithWhatThereIs() {
        var order = ordered("tok_wait", pending -> true);

        var start = System.nanoTime();
        var answer = get(order.path() + "?wait=1", "X-Order-Token", order.token());

        assertThat(text(answer, "$.status")).isEqualTo("PENDING");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void holdsNoConnectionWhileItWaits() throws Exception {
        var order = ordered("tok_wait", pending -> true);
        awaitPaymentAsked(order.id());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<MvcTestResult>>();
            for (int i = 0; i < 60; i++) {
                waiting.add(threads.submit(() -> get(order.path() + "?wait=30", "X-Order-Token", order.token())));
            }

            confirmed();
            modules.payments.approve(order.id());

            for (var answer : waiting) {
                assertThat(text(answer.get(), "$.status")).isEqualTo("CONFIRMED");
            }
        }
    }
}
