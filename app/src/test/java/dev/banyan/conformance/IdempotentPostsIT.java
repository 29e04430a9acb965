package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Answer;
import dev.banyan.client.Buyer;
import dev.banyan.client.Http;
import dev.banyan.client.Staff;
import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every call that creates something does so once per {@code Idempotency-Key}, whichever module answers it. Which there are tells the API's own description. */
class IdempotentPostsIT {
    private static final Http SHOP = Target.shop();
    private static final Staff STAFF = Target.staff();

    private static final Map<String, Preparation> CREATIONS = Map.of(
            "/api/admin/products",
            () -> byStaff("/api/admin/products", Staff.body(Staff.sku()), Staff.body(Staff.sku())),
            "/api/admin/stock/{sku}/adjustments",
            IdempotentPostsIT::adjustment,
            "/api/carts",
            () -> byStaff("/api/carts", Map.of("currency", "EUR"), Map.of("currency", "USD")),
            "/api/orders",
            IdempotentPostsIT::order,
            "/api/admin/orders/{id}/shipments",
            IdempotentPostsIT::shipment,
            "/api/admin/orders/{id}/refunds",
            IdempotentPostsIT::refund,
            "/api/admin/api-keys",
            () -> byStaff("/api/admin/api-keys", apiKey("one"), apiKey("two")));

    private final String key = Ids.next().toString();

    /** Two bodies that could both be sent to {@code path}. */
    private record Creation(Http http, String path, Object body, Object otherBody) {
        Answer send(String key, Object content) {
            return http.with("Idempotency-Key", key).post(path, content);
        }
    }

    @FunctionalInterface
    interface Preparation {
        Creation prepare();
    }

    @ParameterizedTest
    @MethodSource("postsWithAKey")
    void aRepeatGetsTheSameAnswerAndAnotherBodyIsRefused(String path) {
        var creation = Objects.requireNonNull(CREATIONS.get(path), "nothing is known to create there")
                .prepare();

        var first = creation.send(key, creation.body());
        var repeat = creation.send(key, creation.body());

        assertThat(first.status()).as(first.body()).isBetween(200, 201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(repeat.status()).isEqualTo(first.status());
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(repeat.header("Idempotent-Replayed")).isEqualTo("true");
        creation.send(key, creation.otherBody()).expectProblem(422, "idempotency.key-reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/orders", "/api/admin/orders/01900000-0000-7000-8000-000000000000/refunds"})
    void orderingAndRefundingNeedAKey(String path) {
        STAFF.http().post(path, Map.of()).expectProblem(400, "idempotency.key-missing");
    }

    /** A new one is put here when there is nothing that a repeat could create twice; otherwise it takes a key and gets its replay above. */
    @Test
    void noOtherPostCreatesAnythingTwice() {
        assertThat(posts(false))
                .containsExactlyInAnyOrder(
                        "/api/auth/login",
                        "/api/auth/logout",
                        "/api/auth/password-reset",
                        "/api/auth/password-reset/confirm",
                        "/api/auth/refresh",
                        "/api/users",
                        "/api/carts/{id}/merge",
                        "/api/admin/events/replay",
                        "/api/admin/events/{id}/replay",
                        "/api/admin/events/{id}/skip",
                        "/api/orders/{id}/cancel",
                        "/api/admin/orders/{id}/cancel",
                        "/api/payments/webhooks/{provider}");
    }

    /** It creates nothing and needs no key: the guest's cart can be completed once. */
    @Test
    void aMergeIsRepeatableByItself() {
        var guest = Buyer.of(SHOP, STAFF.product(5), 2);
        var cart = STAFF.http().post("/api/carts", Map.of("currency", "EUR")).expect(201);
        var merge = STAFF.http().with("X-Cart-Token", guest.http().headers().get("X-Cart-Token"));
        var path = "/api/carts/%s/merge".formatted(cart.text("/id"));

        var first = merge.post(path, "").expect(200);

        assertThat(first.at("/lines/0/quantity").intValue()).isEqualTo(2);
        assertThat(merge.post(path, "").expect(200).body()).isEqualTo(first.body());
    }

    static Stream<String> postsWithAKey() {
        return posts(true);
    }

    private static Stream<String> posts(boolean withKey) {
        var paths = SHOP.get("/v3/api-docs").expect(200).at("/paths");
        return paths.propertyStream()
                .filter(path -> path.getValue().has("post"))
                .filter(path -> takesKey(path.getValue().get("post")) == withKey)
                .map(Map.Entry::getKey);
    }

    private static boolean takesKey(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("name").asString().equals("Idempotency-Key"));
    }

    private static Creation byStaff(String path, Object body, Object otherBody) {
        return new Creation(STAFF.http(), path, body, otherBody);
    }

    private static Creation adjustment() {
        return byStaff(
                "/api/admin/stock/%s/adjustments".formatted(STAFF.product(5)),
                Map.of("delta", 1, "reason", "found"),
                Map.of("delta", 2, "reason", "found"));
    }

    private static Creation order() {
        var buyer = Buyer.of(SHOP, STAFF.product(5), 1);
        return new Creation(
                buyer.http(),
                "/api/orders",
                buyer.body("tok_approve", Map.of()),
                buyer.body("tok_approve", Map.of("email", "other@example.com")));
    }

    private static Creation shipment() {
        return byStaff(confirmedOrder() + "/shipments", Map.of("trackingCode", "A"), Map.of("trackingCode", "B"));
    }

    private static Creation refund() {
        var amount = Map.of("amount", 100, "currency", "EUR");
        return byStaff(
                confirmedOrder() + "/refunds",
                Map.of("amount", amount, "reason", "scratched"),
                Map.of("amount", amount, "reason", "late"));
    }

    private static String confirmedOrder() {
        var placed = Buyer.of(SHOP, STAFF.product(5), 1).order("tok_approve").expect(201);
        assertThat(Buyer.settled(SHOP, placed).text("/status")).isEqualTo("CONFIRMED");
        return "/api/admin/orders/" + placed.text("/id");
    }

    private static Map<String, Object> apiKey(String name) {
        return Map.of("name", name, "scopes", List.of("catalog:read"));
    }
}
