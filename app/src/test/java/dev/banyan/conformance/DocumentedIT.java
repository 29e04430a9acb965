package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the API names every call, for anybody to read. */
class DocumentedIT {
    private static final Answer DOCS = Target.shop().get("/v3/api-docs").expect(200);

    @Test
    void isOpenApi31() {
        assertThat(DOCS.text("/openapi")).startsWith("3.1");
        assertThat(DOCS.text("/info/title")).isNotEmpty();
        assertThat(DOCS.body()).doesNotContain("/internal");
    }

    @ParameterizedTest
    @CsvSource({
        "post, /api/users",
        "post, /api/auth/login",
        "post, /api/auth/refresh",
        "post, /api/auth/logout",
        "get, /api/users/me",
        "patch, /api/users/me",
        "post, /api/auth/password-reset",
        "post, /api/auth/password-reset/confirm",
        "get, /api/admin/users",
        "get, /api/admin/users/{}",
        "put, /api/admin/users/{}/roles",
        "get, /api/admin/api-keys",
        "post, /api/admin/api-keys",
        "delete, /api/admin/api-keys/{}",
        "get, /.well-known/jwks.json",
        "get, /api/products",
        "get, /api/products/{}",
        "get, /api/categories",
        "get, /api/admin/products",
        "post, /api/admin/products",
        "get, /api/admin/products/{}",
        "put, /api/admin/products/{}",
        "put, /api/admin/products/{}/variants/{}/prices",
        "delete, /api/admin/products/{}",
        "get, /api/stock",
        "get, /api/admin/stock/{}",
        "put, /api/admin/stock/{}",
        "post, /api/admin/stock/{}/adjustments",
        "post, /api/carts",
        "get, /api/carts",
        "get, /api/carts/{}",
        "put, /api/carts/{}/lines/{}",
        "delete, /api/carts/{}/lines/{}",
        "post, /api/carts/{}/merge",
        "post, /api/orders",
        "get, /api/orders",
        "get, /api/orders/{}",
        "post, /api/orders/{}/cancel",
        "get, /api/admin/orders",
        "get, /api/admin/orders/{}",
        "post, /api/admin/orders/{}/cancel",
        "post, /api/admin/orders/{}/shipments",
        "post, /api/admin/orders/{}/refunds",
        "post, /api/payments/webhooks/{}",
        "get, /api/admin/payments",
        "get, /api/admin/messages",
        "get, /api/admin/messages/{}"
    })
    void namesTheCall(String method, String path) {
        assertThat(DOCS.at("/paths").propertyStream())
                .filteredOn(
                        entry -> entry.getKey().replaceAll("\\{[^}]+}", "{}").equals(path))
                .singleElement()
                .satisfies(entry -> {
                    var operation = entry.getValue().path(method);
                    assertThat(operation.path("responses").propertyNames()).anyMatch(status -> status.startsWith("2"));
                    assertThat(operation.path("tags").isEmpty()).isFalse();
                });
    }
}
