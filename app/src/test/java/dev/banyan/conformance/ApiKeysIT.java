package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Http;
import dev.banyan.kernel.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class ApiKeysIT {
    private static final String ID = "01900000-0000-7000-8000-000000000000";

    @Test
    void aKeyIsShownOnce() {
        var name = "Till " + Ids.next();
        var made = Target.admin()
                .post("/api/admin/api-keys", Map.of("name", name, "scopes", List.of("orders:read", "catalog:read")))
                .expect(201);

        assertThat(made.text("/name")).isEqualTo(name);
        assertThat(made.text("/key")).hasSizeGreaterThan(40);
        assertThat(made.at("/scopes").valueStream().map(scope -> scope.asString()))
                .containsExactlyInAnyOrder("orders:read", "catalog:read");
        var list = Target.admin().get("/api/admin/api-keys?limit=100").expect(200);
        assertThat(Page.texts(list, "id")).contains(made.text("/id"));
        assertThat(list.body()).doesNotContain(made.text("/key"));
    }

    @Test
    void aRevokedKeyIsNoKeySoonAfter() {
        var key = ApiKey.of("orders:read");
        key.http().get("/api/admin/orders").expect(200);
        Target.admin().delete("/api/admin/api-keys/" + key.id()).expect(204);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> key.http().get("/api/admin/orders").expectProblem(401, "auth.invalid"));
        Target.admin().delete("/api/admin/api-keys/" + Ids.next()).expectProblem(404, "users.not-found");
    }

    @Test
    void aKeyIsNotABearerToken() {
        var key = ApiKey.of("orders:read");
        Target.shop().bearer(key.key()).get("/api/admin/orders").expectProblem(401, "auth.invalid");
        key.http().get("/api/products").expect(200);
    }

    /** What no key may do, whatever its scopes. */
    @ParameterizedTest
    @CsvSource({
        "GET, /api/admin/users",
        "GET, /api/admin/users/{id}",
        "PUT, /api/admin/users/{id}/roles",
        "GET, /api/admin/api-keys",
        "POST, /api/admin/api-keys",
        "DELETE, /api/admin/api-keys/{id}",
        "GET, /api/users/me",
        "GET, /api/orders",
        "GET, /api/carts"
    })
    void accountsAreNotForKeys(String method, String path) {
        Keys.WITH_ALL.send(method, path.replace("{id}", ID), "").expectProblem(403, "auth.forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/admin/products, catalog:read",
        "GET, /api/admin/products/{id}, catalog:read",
        "POST, /api/admin/products, catalog:write",
        "PUT, /api/admin/products/{id}, catalog:write",
        "PUT, /api/admin/products/{id}/variants/A/prices, catalog:write",
        "DELETE, /api/admin/products/{id}, catalog:write",
        "GET, /api/admin/stock/A, stock:read",
        "PUT, /api/admin/stock/A, stock:write",
        "POST, /api/admin/stock/A/adjustments, stock:write",
        "POST, /api/orders, orders:write",
        "GET, /api/orders/{id}, orders:read",
        "POST, /api/orders/{id}/cancel, orders:write",
        "GET, /api/admin/orders, orders:read",
        "GET, /api/admin/orders/{id}, orders:read",
        "POST, /api/admin/orders/{id}/cancel, orders:write",
        "POST, /api/admin/orders/{id}/shipments, orders:write",
        "POST, /api/admin/orders/{id}/refunds, orders:write",
        "GET, /api/admin/payments, payments:read",
        "GET, /api/admin/messages, messages:read",
        "GET, /api/admin/messages/{id}, messages:read"
    })
    void eachCallNeedsItsScope(String method, String path, String scope) {
        var url = path.replace("{id}", ID);
        var others = Keys.SCOPES.stream().filter(other -> !other.equals(scope)).toList();
        ApiKey.of(others).http().send(method, url, "").expectProblem(403, "auth.forbidden");
        assertThat(ApiKey.of(scope).http().send(method, url, "").status()).isNotIn(401, 403);
    }

    private static final class Keys {
        static final List<String> SCOPES = Stream.of("catalog", "stock", "orders", "payments", "messages", "events")
                .flatMap(part -> Stream.of(part + ":read", part + ":write"))
                .toList();
        static final Http WITH_ALL = ApiKey.of(SCOPES).http();
    }
}
