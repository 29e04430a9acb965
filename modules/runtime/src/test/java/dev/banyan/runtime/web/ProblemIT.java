package dev.banyan.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Failures tell the client what it may know, and nothing else. */
class ProblemIT extends HttpIT {
    private Http.Answer fail(String how) {
        return http.get("/api/things/fail?how=" + how).send();
    }

    @Test
    void moduleFailureWithItsMembers() {
        var answer = fail("taken");
        assertThat(answer.problem()).isEqualTo("409 sample.taken");
        assertThat(answer.json().path("skus").path(0).asString()).isEqualTo("A");
    }

    @Test
    void tooManyRequests() {
        var answer = fail("busy");
        assertThat(answer.problem()).isEqualTo("429 rate.limited");
        assertThat(answer.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void lostRace() {
        assertThat(fail("stale").problem()).isEqualTo("409 request.conflict");
        var conditional = http.get("/api/things/fail?how=stale").header("If-Match", "\"1\"");
        assertThat(conditional.send().problem()).isEqualTo("412 precondition.failed");
    }

    @Test
    void databaseThatRecovers() {
        var answer = fail("database");
        assertThat(answer.problem()).isEqualTo("503 module.unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void connectionThatDied() {
        assertThat(fail("dead").problem()).isEqualTo("503 module.unavailable");
    }

    @Test
    void pipeThatIsNotTheClients() {
        assertThat(fail("pipe").problem()).isEqualTo("500 internal.error");
    }

    @Test
    void unforeseenFailure() {
        var answer = fail("unforeseen");
        assertThat(answer.problem()).isEqualTo("500 internal.error");
        assertThat(answer.body()).doesNotContain("secret", "Exception", "select");
    }

    @Test
    void missingParameter() {
        var answer = http.get("/api/things/fail").send();
        assertThat(answer.problem()).isEqualTo("400 validation.failed");
        assertThat(answer.faults()).containsExactly("how required");
    }

    @Test
    void errorPageItself() {
        assertThat(http.get("/error").send().problem()).isEqualTo("404 request.not-found");
    }

    @Test
    void requestIdComesBack() {
        assertThat(http.get("/api/things")
                        .header("X-Request-Id", "abc-1")
                        .send()
                        .header("X-Request-Id"))
                .isEqualTo("abc-1");
        assertThat(http.get("/api/things")
                        .header("X-Request-Id", "a b<script>")
                        .send()
                        .header("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void traceGoesOn() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var answer = http.get("/api/nothing")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .send();
        assertThat(answer.json().path("traceId").asString()).isEqualTo(trace);
    }
}
