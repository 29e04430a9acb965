package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says to browsers, and what none says to attackers. */
class HeadersIT {
    @ParameterizedTest
    @ValueSource(
            strings = {"/api/products", "/api/products/none", "/api/users/me", "/api/stock", "/docs", "/v3/api-docs"})
    void areOnEveryAnswer(String path) {
        var answer = Target.shop().with("Origin", "https://elsewhere.test").get(path);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options") + answer.header("Content-Security-Policy"))
                .containsAnyOf("DENY", "frame-ancestors 'none'");
        assertThat(answer.header("Cache-Control")).isNotEmpty();
        assertThat(answer.response().headers().map().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotContain("server", "x-powered-by", "set-cookie", "access-control-allow-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/me", "/api/carts", "/api/orders", "/api/admin/orders", "/api/admin/messages"})
    void whatIsPrivateIsNotCached(String path) {
        assertThat(Target.admin().get(path).expect(200).header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/products", "/api/admin/orders", "/api/carts/01900000-0000-7000-8000-000000000000"})
    void optionsAndHeadAreAnswered(String path) {
        var options = Target.shop().send("OPTIONS", path, "");
        assertThat(options.status()).isIn(200, 204);
        assertThat(options.header("Allow")).contains("GET");
        assertThat(options.header("Access-Control-Allow-Methods")).isEmpty();
        assertThat(Target.admin().send("HEAD", path, "").body()).isEmpty();
    }
}
