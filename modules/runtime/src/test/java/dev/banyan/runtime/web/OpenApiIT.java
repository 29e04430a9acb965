package dev.banyan.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The description says what the conventions say. */
class OpenApiIT extends HttpIT {
    @Test
    void descriptionOfTheApiAlone() {
        var description = http.get("/v3/api-docs").send().json();
        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(description.path("paths").propertyNames())
                .contains("/api/things", "/api/things/{id}", "/api/operations")
                .allMatch(path -> path.startsWith("/api/") || path.startsWith("/.well-known/"));
        assertThat(description.at("/components/securitySchemes").propertyNames())
                .contains("bearer", "api-key");
    }

    @Test
    void conventionsOfACall() {
        var paths = http.get("/v3/api-docs").send().json().path("paths");
        var list = paths.path("/api/things").path("get");
        assertThat(list.path("parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString()))
                .containsExactlyInAnyOrder("weight", "limit", "cursor");
        var put = paths.path("/api/things/{id}").path("put");
        assertThat(put.path("parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString()))
                .containsExactlyInAnyOrder("id", "If-Match");
        assertThat(put.at("/responses/default/content/application~1problem+json/schema/$ref")
                        .asString())
                .endsWith("/Problem");
        var post = paths.path("/api/operations").path("post");
        assertThat(post.path("parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString()))
                .containsExactly("Idempotency-Key");
        var whoAmI = paths.path("/api/things/whoami").path("get");
        assertThat(whoAmI.has("parameters")).isFalse();
    }

    @Test
    void pageToTryIt() {
        var redirect = http.get("/docs").send();
        assertThat(redirect.status()).isEqualTo(302);
        var page = http.get(redirect.header("Location").replaceFirst("^https?://[^/]*", ""))
                .send();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui");
        assertThat(http.get("/swagger-ui/swagger-ui-bundle.js").send().status()).isEqualTo(200);
        assertThat(http.get("/v3/api-docs/swagger-config").send().body()).contains("/v3/api-docs");
        assertThat(http.get("/swagger-ui/nothing.js").send().problem()).isEqualTo("404 request.not-found");
    }
}
