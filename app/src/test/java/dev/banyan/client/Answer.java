package dev.banyan.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the shop answered. */
public record Answer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    /** Fails, showing the body, unless the status is {@code status}. */
    public Answer expect(int status) {
        assertThat(status())
                .as("%s %s: %s", response.request().method(), response.uri(), response.body())
                .isEqualTo(status);
        return this;
    }

    /** Fails unless this is a problem with that status and code. */
    public Answer expectProblem(int status, String code) {
        expect(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("/code")).isEqualTo(code);
        assertThat(at("/status").intValue()).isEqualTo(status);
        assertThat(text("/type")).isEqualTo("/problems/" + code);
        assertThat(List.of(text("/title"), text("/detail"), text("/traceId"))).doesNotContain("");
        assertThat(text("/instance")).isEqualTo(response.uri().getRawPath());
        return this;
    }

    /** Fails unless this is 400 with that code and names {@code field}. */
    public Answer expectField(String code, String field) {
        expectProblem(400, code);
        assertThat(json().at("/errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .as(body())
                .contains(field);
        assertThat(json().at("/errors").valueStream())
                .allSatisfy(error ->
                        assertThat(error.propertyNames()).containsExactlyInAnyOrder("field", "code", "message"));
        return this;
    }

    public boolean isProblem(String code) {
        return header("Content-Type").startsWith("application/problem+json")
                && text("/code").equals(code);
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        return Http.JSON.readTree(response.body());
    }

    /** The node at a JSON pointer, such as {@code /items/0/sku}; missing nodes are {@code isMissingNode()}. */
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    public String text(String pointer) {
        return at(pointer).asString();
    }
}
