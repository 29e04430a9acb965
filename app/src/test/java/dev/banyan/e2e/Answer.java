package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What the shop answered. */
record Answer(HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    /** Fails, showing the body, unless the status is {@code status}. */
    Answer expect(int status) {
        assertThat(status())
                .as("%s %s: %s", response.request().method(), response.uri(), response.body())
                .isEqualTo(status);
        return this;
    }

    /** Fails unless this is a problem with that status and code. */
    Answer expectProblem(int status, String code) {
        expect(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("/code")).isEqualTo(code);
        assertThat(at("/status").intValue()).isEqualTo(status);
        return this;
    }

    boolean isProblem(String code) {
        return header("Content-Type").startsWith("application/problem+json")
                && text("/code").equals(code);
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    String body() {
        return response.body();
    }

    JsonNode json() {
        return Http.JSON.readTree(response.body());
    }

    /** The node at a JSON pointer, such as {@code /items/0/sku}; missing nodes are {@code isMissingNode()}. */
    JsonNode at(String pointer) {
        return json().at(pointer);
    }

    String text(String pointer) {
        return at(pointer).asString();
    }
}
