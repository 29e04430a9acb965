package dev.banyan.runtime.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** What a target gets of a request, and a client of an answer. */
class ForwardingIT extends GatewayIT {
    private static final String CLOSE = "Host: shop.example\r\nConnection: close\r\n";

    @Test
    void needsNoDatabase(@Autowired ObjectProvider<DataSource> database) {
        assertThat(database.getIfAvailable()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/beta",
                "/api/beta/a%20b%C3%A4?q=%2F&x=a+b&x=&y",
                "/api/beta/../alpha/1",
                "/api/beta/..;/alpha",
                "/api/beta/%2e%2e/alpha",
                "/api/beta//double",
                "/api/admin/beta/x;y=1"
            })
    void sendsTheUrlAsItCame(String url) throws Exception {
        try (var client = client();
                var target = forward(client, "GET %s HTTP/1.1\r\n%s\r\n".formatted(url, CLOSE))) {
            assertThat(target.head().getFirst()).isEqualTo("GET %s HTTP/1.1".formatted(url));
            target.answer(200, "ok");
            assertThat(client.readAll()).startsWith("HTTP/1.1 200").endsWith("ok");
        }
    }

    @Test
    void leavesOutWhatBelongsToOneConnection() throws Exception {
        try (var client = client();
                var target = forward(
                        client,
                        "GET /api/beta HTTP/1.1\r\nHost: shop.example\r\nConnection: close, X-Mine\r\nX-Mine: 1\r\n"
                                + "Keep-Alive: 5\r\nTE: trailers\r\nUpgrade: h2c\r\nProxy-Authorization: Basic x\r\n"
                                + "X-Other: 1\r\nX-Other: 2\r\nAuthorization: Bearer t\r\n\r\n")) {
            var head = target.head();
            assertThat(head)
                    .contains(
                            "X-Other: 1",
                            "X-Other: 2",
                            "Authorization: Bearer t",
                            "Host: " + UPSTREAM.url().getAuthority())
                    .noneMatch(line -> line.matches(
                            "(?i)(connection|x-mine|keep-alive|te|upgrade|proxy-authorization|http2-settings):.*"));
            target.send(
                    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: X-Theirs\r\nX-Theirs: 1\r\nX-Kept: 1\r\nX-Kept: 2\r\n\r\nok");
            assertThat(client.readAll())
                    .containsIgnoringCase("X-Kept: 1\r\n")
                    .containsIgnoringCase("X-Kept: 2\r\n")
                    .doesNotContainIgnoringCase("X-Theirs");
        }
    }

    @Test
    void saysWhoTheClientIsAndBelievesNobody() throws Exception {
        try (var client = client();
                var target = forward(
                        client,
                        "GET /api/beta HTTP/1.1\r\n" + CLOSE
                                + "X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Host: evil\r\nX-Forwarded-Proto: gopher\r\n"
                                + "Forwarded: for=1.2.3.4\r\nX-Request-Id: mine-1\r\n\r\n")) {
            assertThat(target.head())
                    .contains(
                            "X-Forwarded-For: 127.0.0.1",
                            "X-Forwarded-Host: shop.example",
                            "X-Forwarded-Proto: http",
                            "X-Request-Id: mine-1",
                            "Banyan-Forwarded: test")
                    .noneMatch(line -> line.contains("1.2.3.4"))
                    .anyMatch(line -> line.startsWith("traceparent: 00-"));
            target.send("HTTP/1.1 204 No Content\r\nX-Request-Id: mine-1\r\n\r\n");
            assertThat(client.readAll())
                    .containsOnlyOnce("X-Request-Id: mine-1")
                    .startsWith("HTTP/1.1 204");
        }
    }

    @Test
    void givesAnswersWithoutBodiesAsTheyAre() throws Exception {
        try (var client = client();
                var target = forward(client, "HEAD /api/beta HTTP/1.1\r\n%s\r\n".formatted(CLOSE))) {
            target.head();
            target.send("HTTP/1.1 200 OK\r\nContent-Length: 77\r\nETag: \"3\"\r\n\r\n");
            assertThat(client.readAll())
                    .contains("Content-Length: 77", "tag: \"3\"")
                    .endsWith("\r\n\r\n");
        }
        try (var client = client();
                var target = forward(client, "GET /api/beta HTTP/1.1\r\n%s\r\n".formatted(CLOSE))) {
            target.head();
            target.send(
                    "HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\nHTTP/1.1 304 Not Modified\r\nETag: \"3\"\r\n\r\n");
            assertThat(client.readAll())
                    .startsWith("HTTP/1.1 304")
                    .contains("tag: \"3\"")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void staysWithItsOwnPaths() throws Exception {
        for (var path :
                new String[] {"/internal/beta", "/api/betabet", "/api/unknown", "/actuator/nothing", "//api/beta"}) {
            try (var client = client()) {
                client.send("GET %s HTTP/1.1\r\n%s\r\n".formatted(path, CLOSE));
                assertThat(client.readAll()).startsWith("HTTP/1.1 404").contains("request.not-found");
            }
        }
        assertThat(UPSTREAM.isUntouched()).isTrue();
    }

    @Test
    void forwardsNothingTwice() throws Exception {
        try (var client = client()) {
            client.send("GET /api/beta HTTP/1.1\r\n%sBanyan-Forwarded: other\r\n\r\n".formatted(CLOSE));
            assertThat(client.readAll()).startsWith("HTTP/1.1 503").contains("module.unavailable", "Retry-After: ");
        }
        assertThat(UPSTREAM.isUntouched()).isTrue();
    }

    @Test
    void tellsThatAModuleIsAway() throws Exception {
        try (var client = client()) {
            client.send("GET /api/alpha HTTP/1.1\r\n%s\r\n".formatted(CLOSE));
            assertThat(client.readAll())
                    .startsWith("HTTP/1.1 503")
                    .contains("module.unavailable", "Retry-After: ", "'alpha'");
        }
    }
}
