package dev.banyan.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What may come from anybody. */
class WebhookSignatureIT extends SignedWebhooksIT {
    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"id\": \"evt_1\", \"type\": \"payment.captured\"}"})
    void refusesWhatIsSignedButMalformed(String body) throws Exception {
        assertProblem(post(SANDBOX, body, signature(body, 0)), 400, "request.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1,v1=00", "v1=00", "nonsense"})
    void refusesWhatIsNotSigned(String signature) throws Exception {
        assertProblem(post(SANDBOX, body(id, "authorized", 1999), signature), 401, "auth.invalid");
        assertProblem(post(SANDBOX, "{", signature), 401, "auth.invalid");
        assertProblem(http.post().uri(SANDBOX).exchange(), 401, "auth.invalid");
    }

    @Test
    void refusesOldAndForeignSignatures() throws Exception {
        var body = body(id, "authorized", 1999);
        assertThat(post(SANDBOX, body, signature(body, -290))).hasStatus(204);
        assertProblem(post(SANDBOX, body, signature(body, -310)), 401, "auth.invalid");
        assertProblem(post(SANDBOX, body, signature(body, 310)), 401, "auth.invalid");
        assertProblem(post(SANDBOX, body + " ", signature(body, 0)), 401, "auth.invalid");
    }

    @Test
    void acceptsOneOfSeveralSignatures() throws Exception {
        var body = body(id, "authorized", 1999);

        assertThat(post(SANDBOX, body, signature(body, 0) + ",v1=" + "0".repeat(64)))
                .hasStatus(204);
    }

    @Test
    void knowsNoOtherProvider() throws Exception {
        var body = body(id, "authorized", 1999);

        assertProblem(post("/api/payments/webhooks/acme", body, signature(body, 0)), 404, "payments.not-found");
    }

    private static void assertProblem(MvcTestResult result, int status, String code) throws Exception {
        assertThat(result).hasStatus(status);
        assertThat(result.getResponse().getContentAsString()).contains("\"code\":\"" + code + "\"");
    }
}
