package dev.banyan.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.testing.TestCallers;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only an attacker or a broken client sends is the client's failure, and nobody's log is filled with it. */
class HostileRequestIT extends HttpIT {
    /** A C1 control character: above ASCII, so that Tomcat lets it pass. */
    private static final String CONTROL = "\u0085";

    private static final String THING = "/api/things/" + UUID.randomUUID();

    @ParameterizedTest
    @MethodSource("queries")
    void query(String query) {
        assertMalformed(send("GET", "/api/things?" + query, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%zz", "%01=x"})
    void queryOfAnEndpoint(String query) {
        assertMalformed(send("GET", "/actuator/health?" + query, "", ""));
    }

    static Stream<String> queries() {
        var many = IntStream.rangeClosed(0, 1000).mapToObj(number -> "a=" + number);
        return Stream.of("q=%zz", "q=%ff", "q=%", String.join("&", many.toList()));
    }

    @Test
    void unreadableRequestsThatNoHandlerSees() {
        assertThat(http.raw("GET /api/things?q=<> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "request.malformed");
        assertThat(http.raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("Exception", "Tomcat");
        assertThat(http.raw("TRACE /api/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("application/problem+json");
        assertThat(http.raw("GET /api/things%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json");
        assertThat(
                        http.raw(
                                "POST /api/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9\r\n\r\n{",
                "Transfer-Encoding: chunked\r\n\r\n9\r\n{}",
                "Transfer-Encoding: chunked\r\n\r\n",
                "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n",
                "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
            })
    void bodyThatNobodyCanRead(String framed) {
        assertMalformed(http.raw("POST /api/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\n" + framed));
    }

    /** Whose bodies a library reads. */
    @Test
    void bodyOfAnEndpointThatEndsTooEarly() {
        assertMalformed(http.raw("GET /actuator/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT /api/things HTTP/1.1", "GET /api/things HTTP/3.0"})
    void whatTheContainerDoesNotDo(String requestLine) {
        assertMalformed(http.raw(requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void tokenHeader() {
        assertMalformed(send("GET", THING, "X-Order-Token: a" + CONTROL + "\r\n", ""));
    }

    @Test
    void preconditionHeader() {
        var staff = TestCallers.staff();
        assertMalformed(send(
                "PUT",
                THING,
                "If-Match: \"7" + CONTROL + "\"\r\n" + staff.header() + ": " + staff.value() + "\r\n",
                "{\"name\":\"cup\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key: a\u0085\r\n", "Idempotency-Key: a\r\nX-Cart-Token: a\u0085\r\n"})
    void idempotencyHeaders(String headers) {
        assertMalformed(send("POST", "/api/operations", headers, "{\"act\":\"a\"}"));
    }

    /** More in sum than bodies may take at once: each gives its memory back. */
    @Test
    void manyLargeBodiesOneAfterAnother() {
        var large = "{\"name\":\"" + "x".repeat(1_000_000);
        for (int i = 0; i < 80; i++) {
            assertThat(http.post("/api/things", large).send().problem()).isEqualTo("400 request.malformed");
        }
    }

    private String send(String method, String path, String headers, String body) {
        return http.raw("%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s".formatted(method, path, headers)
                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body));
    }

    private static void assertMalformed(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"request.malformed\"");
    }
}
