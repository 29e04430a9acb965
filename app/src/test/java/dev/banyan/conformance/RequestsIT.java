package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, methods, sizes and types of requests. */
class RequestsIT {
    private static final int MEBIBYTE = 1 << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/",
                "/api/nothing",
                "/api/products/",
                "/api/carts/",
                "/API/products",
                "/api/products.json",
                "/elsewhere",
                "/error",
                "/error/else",
                "/v3",
                "/.well-known/nothing",
                "/docs/nothing",
                "/favicon.ico"
            })
    void unknownPaths(String path) {
        Target.shop().get(path).expectProblem(404, "request.not-found");
        Target.admin().post(path, "{}").expectProblem(404, "request.not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/products, GET",
        "POST, /api/products/x, GET",
        "PUT, /api/carts, POST",
        "PATCH, /api/orders, POST",
        "DELETE, /api/orders/x, GET",
        "GET, /api/auth/login, POST",
        "GET, /api/payments/webhooks/sandbox, POST",
        "POST, /.well-known/jwks.json, GET",
        "POST, /api/admin/stock/A, PUT",
        "DELETE, /actuator/prometheus, GET",
        "DELETE, /v3/api-docs, GET"
    })
    void otherMethods(String method, String path, String allowed) {
        var refused = Target.shop().send(method, path, "").expectProblem(405, "request.method-not-allowed");
        assertThat(refused.header("Allow")).contains(allowed);
    }

    @Test
    void aBodyHasAtMostOneMebibyte() {
        var json = "{\"currency\":\"EUR\"}";
        var largest = json + " ".repeat(MEBIBYTE - json.length());
        Target.shop().post("/api/carts", largest).expect(201);
        Target.shop().post("/api/carts", largest + " ").expectProblem(413, "request.too-large");
        var large = new byte[2 * MEBIBYTE];
        Target.shop().post("/api/carts", large).expectProblem(413, "request.too-large");
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        Target.shop().send("POST", "/api/carts", chunked).expectProblem(413, "request.too-large");
        Target.shop().send("POST", Webhook.PATH, chunked).expectProblem(413, "request.too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "nonsense",
                "application/json;charset=utf-16"
            })
    void bodiesAreJson(String type) {
        Target.shop()
                .with("Content-Type", type)
                .post("/api/carts", "{}")
                .expectProblem(415, "request.unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/json;q=0", "nonsense"})
    void answersAreJson(String accepted) {
        Target.shop().with("Accept", accepted).get("/api/products").expectProblem(406, "request.not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/html, */*;q=0.1", "application/json;charset=utf-8"})
    void wideAcceptsAreFine(String accepted) {
        var answer = Target.shop().with("Accept", accepted).get("/api/products").expect(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "application/merge-patch+json"})
    void jsonHasManyNames(String type) {
        Target.shop().with("Content-Type", type).post("/api/carts", Map.of()).expect(201);
    }
}
