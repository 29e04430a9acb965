package dev.banyan.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.testing.TestCallers;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check of the API in its order: a request with every later fault still fails with the earlier one. */
class CheckOrderIT extends HttpIT {
    private static final String THING = "/api/things/" + UUID.randomUUID();
    private static final byte[] TOO_LARGE = new byte[(1 << 20) + 1];

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nothing",
                "/api",
                "/",
                "/internal/things",
                "/api/../internal/things",
                "/api/..;/internal/things",
                "/elsewhere",
                "/error",
                "/error/else",
                "/webjars/x",
                "/v3",
                "/v3/nothing",
                "/v3/api-docs/nothing",
                "/actuator/nothing",
                "/actuator/heapdump",
                "/actuator/env/",
                "/api/things/",
                "/.well-known/nothing"
            })
    void pathWithoutAnything(String path) {
        var answer = http.request("POST", path)
                .body(BodyPublishers.ofByteArray(TOO_LARGE), "text/plain")
                .header("Authorization", "nonsense")
                .send();
        assertThat(answer.problem()).isEqualTo("404 request.not-found");
    }

    @Test
    void partOfAnEndpointThatIsNotThere() {
        assertThat(http.request("GET", "/actuator/health/nothing").send().problem())
                .isEqualTo("404 request.not-found");
    }

    @Test
    void methodThatThePathDoesNotTake() {
        var answer = http.request("DELETE", THING)
                .body(BodyPublishers.ofByteArray(TOO_LARGE), "text/plain")
                .header("Authorization", "nonsense")
                .send();
        assertThat(answer.problem()).isEqualTo("405 request.method-not-allowed");
        assertThat(answer.header("Allow")).contains("GET", "PUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/health", "/actuator", "/v3/api-docs"})
    void methodThatALibrarysPathDoesNotTake(String path) {
        var answer =
                http.request("DELETE", path).header("Authorization", "nonsense").send();
        assertThat(answer.problem()).isEqualTo("405 request.method-not-allowed");
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void optionsTellsTheMethods() {
        var answer = http.request("OPTIONS", THING)
                .header("Origin", "https://elsewhere.test")
                .header("Access-Control-Request-Method", "PUT")
                .send();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Allow")).contains("GET", "PUT");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void bodyTooLarge() {
        var answer = http.request("PUT", THING)
                .body(BodyPublishers.ofByteArray(TOO_LARGE), "text/plain")
                .header("Accept", "text/html")
                .send();
        assertThat(answer.problem()).isEqualTo("413 request.too-large");
    }

    @Test
    void bodyTooLargeWithoutSayingSo() {
        var answer = http.request("PUT", THING)
                .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TOO_LARGE)), "text/plain")
                .send();
        assertThat(answer.problem()).isEqualTo("413 request.too-large");
    }

    @Test
    void muchTooLargeBody() {
        var answer = http.request("PUT", THING)
                .body(BodyPublishers.ofByteArray(new byte[5 << 20]), "application/json")
                .send();
        assertThat(answer.problem()).isEqualTo("413 request.too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "nonsense", "application/x-www-form-urlencoded", "application/json;charset=latin1"
            })
    void bodyOfAnotherType(String type) {
        var answer = http.request("PUT", THING)
                .body(BodyPublishers.ofString("{}"), type)
                .header("Accept", "text/html")
                .send();
        assertThat(answer.problem()).isEqualTo("415 request.unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "nonsense",
                "application/json;q=0",
                "application/problem+json",
                "application/json;charset=ISO-8859-1",
                "application/json;charset=utf-16"
            })
    void answerOfAnotherType(String accept) {
        var answer = http.put(THING, "{")
                .header("Accept", accept)
                .header("Authorization", "nonsense")
                .send();
        assertThat(answer.problem()).isEqualTo("406 request.not-acceptable");
    }

    @Test
    void credentialsBeforeRoleBeforeConditionsBeforeJson() {
        assertThat(http.put(THING, "{")
                        .header("Authorization", "nonsense")
                        .send()
                        .problem())
                .isEqualTo("401 auth.invalid");
        assertThat(http.put(THING, "{").send().problem()).isEqualTo("401 auth.required");
        assertThat(http.put(THING, "{").as(TestCallers.customer()).send().problem())
                .isEqualTo("403 auth.forbidden");
        assertThat(http.put(THING, "{").as(TestCallers.staff()).send().problem())
                .isEqualTo("428 precondition.required");
        var matching = http.put(THING, "{").as(TestCallers.staff()).header("If-Match", "\"6\"");
        assertThat(matching.send().problem()).isEqualTo("400 request.malformed");
        assertThat(http.put(THING, "{}")
                        .as(TestCallers.staff())
                        .header("If-Match", "\"6\"")
                        .send()
                        .problem())
                .isEqualTo("400 validation.failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"7\"", "\"other\""})
    void staleTag(String tag) {
        var answer = http.put(THING, "{\"name\":\"cup\"}")
                .as(TestCallers.staff())
                .header("If-Match", tag)
                .send();
        assertThat(answer.problem()).isEqualTo("412 precondition.failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*"})
    void matchingTag(String tag) {
        var answer = http.put(THING, "{\"name\":\"cup\"}")
                .as(TestCallers.staff())
                .header("If-Match", tag)
                .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"8\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7\", \"8\"", "\"7"})
    void whatIsNoTag(String tag) {
        var answer = http.put(THING, "{\"name\":\"cup\"}")
                .as(TestCallers.staff())
                .header("If-Match", tag)
                .send();
        assertThat(answer.problem()).isEqualTo("400 validation.failed");
    }
}
