package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.cart.FrozenCart;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.security.SecretToken;
import dev.banyan.runtime.testing.TestCaller;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One context for all of the module's tests, with the other modules in memory and every call made twice through JSON. */
@ApplicationModuleTest
@Import(FakeModules.class)
@AutoConfigureMockMvc
@TestPropertySource(
        properties = {"banyan.calls.loopback=true", "banyan.events.loopback=true", "banyan.orders.sweep-interval=100ms"
        })
abstract class OrdersIT {
    static final String ADDRESS = """
            {"name": "Ada", "line1": "1 Street", "city": "Berlin", "postalCode": "10115", "country": "DE"}""";

    @Autowired
    MockMvcTester http;

    @Autowired
    FakeModules modules;

    @Autowired
    OrderRecords records;

    @Autowired
    OrderQueries orders;

    @Autowired
    AdminOrderQueries details;

    @Autowired
    CheckoutService checkouts;

    @AfterEach
    void clearFaults() {
        modules.faults.clear();
        modules.carts.lenient(false);
    }

    /** A guest's cart of one line of three units at 5.00, of a SKU of its own with ten units in stock. */
    GuestCart guestCart() {
        return guestCart(1);
    }

    GuestCart guestCart(int lines) {
        var token = SecretToken.next();
        var content = IntStream.range(0, lines)
                .mapToObj(i -> new FrozenCart.Line(stocked(10), 3))
                .toList();
        return new GuestCart(modules.carts.add(null, token, "EUR", content), token, content);
    }

    UUID cartOf(TestCaller user) {
        return modules.carts.add(user.caller().userId(), null, "EUR", List.of(new FrozenCart.Line(stocked(10), 3)));
    }

    String stocked(int units) {
        var sku = "T-" + Ids.next();
        modules.inventory.stock(sku, units);
        return sku;
    }

    static String body(UUID cartId, String token, @Nullable String email) {
        return """
                {"cartId": "%s", %s "shippingAddress": %s, "payment": {"method": "card", "token": "%s"}}""".formatted(cartId, email == null ? "" : "\"email\": \"%s\",".formatted(email), ADDRESS, token);
    }

    MvcTestResult checkOut(GuestCart cart, String token) {
        return post("/api/orders", body(cart.id(), token, "guest@example.org"), "X-Cart-Token", cart.token());
    }

    static Checkout checkout(UUID operation, GuestCart cart) {
        return checkout(operation, cart, "tok_approve");
    }

    static Checkout checkout(UUID operation, GuestCart cart, String token) {
        var address = new ShippingAddress("Ada", "1 Street", null, "Berlin", "10115", "DE");
        var card = new CheckoutRequest.Card("card", token);
        var request = new CheckoutRequest(cart.id(), "guest@example.org", address, card, null);
        return new Checkout(operation, cart.id(), null, cart.token(), "guest@example.org", request, "guest");
    }

    /** A guest's order in this state by now. */
    GuestOrder ordered(String token, Predicate<OrderView> state) {
        var cart = guestCart();
        var answer = checkOut(cart, token);
        assertThat(answer).hasStatus(201);
        var id = UUID.fromString(text(answer, "$.id"));
        var order = new GuestOrder(id, cart, text(answer, "$.accessToken"));
        awaitOrder(id, state);
        return order;
    }

    GuestOrder confirmed() {
        return ordered("tok_approve", order -> order.status() == OrderStatus.CONFIRMED);
    }

    OrderView awaitOrder(UUID id, Predicate<OrderView> state) {
        return await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> view(id), state);
    }

    OrderView awaitPayment(UUID id, PaymentStatus status) {
        return awaitOrder(id, order -> order.paymentStatus() == status);
    }

    void awaitPaymentAsked(UUID id) {
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> modules.payments.state(id), state -> !state.equals("NONE"));
    }

    OrderView view(UUID id) {
        return orders.get(id, OrderAccess.SYSTEM);
    }

    List<String> timeline(UUID id) {
        return details.get(id, OrderAccess.SYSTEM).timeline().stream()
                .map(HistoryEntry::value)
                .toList();
    }

    /** A POST with an idempotency key of its own; headers alternate names and values. */
    MvcTestResult post(String path, @Nullable String body, String... headers) {
        var request = http.post().uri(path).header("Idempotency-Key", Ids.next().toString());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }

    MvcTestResult post(TestCaller caller, String path, @Nullable String body) {
        return post(path, body, caller.header(), caller.value());
    }

    MvcTestResult get(String path, String... headers) {
        var request = http.get().uri(URI.create(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.exchange();
    }

    MvcTestResult get(TestCaller caller, String path) {
        return get(path, caller.header(), caller.value());
    }

    static String text(MvcTestResult answer, String path) {
        return String.valueOf(value(answer, path));
    }

    static Object value(MvcTestResult answer, String path) {
        try {
            return com.jayway.jsonpath.JsonPath.read(answer.getResponse().getContentAsString(), path);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status);
        assertThat(text(answer, "$.code")).isEqualTo(code);
    }

    record GuestCart(UUID id, String token, List<FrozenCart.Line> lines) {}

    record GuestOrder(UUID id, GuestCart cart, String token) {
        String path() {
            return "/api/orders/" + id;
        }

        String adminPath() {
            return "/api/admin/orders/" + id;
        }
    }
}
