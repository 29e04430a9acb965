package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the payment provider tells. */
@Execution(ExecutionMode.CONCURRENT)
class WebhooksIT {
    private static final String ZEROS = "0".repeat(64);

    private final String id = Webhook.freshId();

    /** Sent before the sandbox's own, which approves. */
    @Test
    void decidesWhatIsPending() {
        var sale = Sale.placed("tok_webhook");
        var reference = reference(sale);

        Webhook.send(Webhook.body(id, "payment.declined", reference, Sale.TOTAL))
                .expect(204);

        var order = sale.settled();
        assertThat(order.text("/status")).isEqualTo("CANCELLED");
        assertThat(order.text("/cancelReason")).isEqualTo("payment-declined");
    }

    @Test
    void aWrongAmountIsShownToStaffAndNotApplied() {
        var sale = Sale.placed("tok_webhook");
        var reference = reference(sale);

        Webhook.send(Webhook.body(id, "payment.declined", reference, Sale.TOTAL - 1))
                .expect(204);

        assertThat(sale.payment().at("/items/0/attempts").valueStream())
                .anySatisfy(attempt ->
                        assertThat(attempt.path("outcome").asString()).contains("amount"));
        assertThat(sale.settled().text("/status")).isEqualTo("CONFIRMED");
    }

    @Test
    void eachIdCountsOnce() {
        var sale = Sale.placed("tok_webhook");
        var reference = reference(sale);
        Webhook.send(Webhook.body(id, "payment.declined", reference, 1)).expect(204);

        Webhook.send(Webhook.body(id, "payment.declined", reference, Sale.TOTAL))
                .expect(204);

        assertThat(sale.settled().text("/status")).isEqualTo("CONFIRMED");
    }

    @Test
    void comesTooLateToChangeAnything() {
        var sale = Sale.confirmed();
        var reference = reference(sale);
        for (var type : List.of("declined", "voided", "authorized", "captured", "refunded")) {
            Webhook.send(Webhook.body(id + type, "payment." + type, reference, Sale.TOTAL))
                    .expect(204);
        }
        assertThat(sale.read().text("/status")).isEqualTo("CONFIRMED");
        assertThat(sale.read().text("/paymentStatus")).isEqualTo("CAPTURED");
    }

    @Test
    void aReferenceThatNobodyKnowsYetIsKept() {
        Webhook.send(Webhook.body(id, "payment.captured", "ref-" + id, 1)).expect(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"%s\",\"type\":\"payout.paid\",\"data\":7}",
                "{\"id\":\"%s\",\"type\":\"payment.disputed\",\"createdAt\":\"x\",\"data\":{}}",
                "{\"more\":[{}],\"id\":\"%s\",\"type\":\"payment.captured\",\"createdAt\":\"2026-01-01T00:00:00Z\","
                        + "\"data\":{\"reference\":\"none\",\"other\":null,\"amount\":{\"amount\":1,\"currency\":\"EUR\",\"x\":1}}}"
            })
    void unknownTypesAndFieldsAreTaken(String body) {
        Webhook.send(body.formatted(id)).expect(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{}", "{\"id\":\"a\",\"type\":\"payment.captured\"}", "{\"type\":7}"})
    void signedButMalformed(String body) {
        Webhook.send(body).expectProblem(400, "request.malformed");
    }

    @Test
    void theSignatureIsOverTheVeryBytesAndTime() {
        var body = Webhook.body(id, "payment.captured", "none", 1);
        long now = Instant.now().getEpochSecond();
        var right = Webhook.digest(now + "." + body);
        for (var signature : List.of(
                "",
                "nonsense",
                "v1=" + right,
                "t=" + now,
                "t=%d,v1=".formatted(now),
                "t=%d,v1=%s".formatted(now, ZEROS),
                "t=%d,v1=%s".formatted(now + 1, right),
                "t=%d,v2=%s".formatted(now, right),
                "t=x,v1=" + right,
                "t=%d,v1=%s".formatted(now, right.substring(1)))) {
            Webhook.send(body, signature).expectProblem(401, "auth.invalid");
        }
        Webhook.send(body + " ", "t=%d,v1=%s".formatted(now, right)).expectProblem(401, "auth.invalid");
        Target.shop().post(Webhook.PATH, body).expectProblem(401, "auth.invalid");
        Webhook.send(body, "t=%d,v1=%s,v1=%s".formatted(now, ZEROS, right)).expect(204);
    }

    /** Time goes by until it arrives: signatures only become older. */
    @Test
    void fiveMinutesAreTolerated() {
        var body = Webhook.body(id, "payment.captured", "none", 1);
        Webhook.send(body, Webhook.signature(body, -200)).expect(204);
        Webhook.send(body, Webhook.signature(body, 290)).expect(204);
        Webhook.send(body, Webhook.signature(body, -301)).expectProblem(401, "auth.invalid");
        Webhook.send(body, Webhook.signature(body, 400)).expectProblem(401, "auth.invalid");
    }

    @Test
    void onlyKnownProvidersAreHeard() {
        var body = Webhook.body(id, "payment.captured", "none", 1);
        Target.shop()
                .with("Banyan-Signature", Webhook.signature(body, 0))
                .post("/api/payments/webhooks/acme", body)
                .expectProblem(404, "payments.not-found");
    }

    private static String reference(Sale sale) {
        return await().until(
                        () -> sale.payment().at("/items/0/reference"),
                        reference ->
                                reference.isString() && !reference.asString().isEmpty())
                .asString();
    }
}
