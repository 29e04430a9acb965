package dev.banyan.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.payments.CancelPayment;
import dev.banyan.payments.events.PaymentRefunded;
import dev.banyan.payments.spi.ProviderOutcome.Pending;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class WebhookIT extends SignedWebhooksIT {
    @Autowired
    private WebhookTimers timers;

    @ParameterizedTest
    @CsvSource({
        "authorized, PaymentAuthorized",
        "captured, PaymentAuthorized",
        "declined, PaymentDeclined",
        "voided, PaymentDeclined"
    })
    void decidesWhatIsPending(String type, String event) throws Exception {
        var orderId = pending();

        accepted(body(id, type, 1999));
        awaitEvents(orderId, event);
        assertThat(attempts(orderId)).containsExactly("authorize pending", "webhook." + type + " applied");
    }

    @Test
    void takesEachIdOnce() throws Exception {
        var orderId = pending();
        accepted(body(id, "authorized", 1));
        accepted(body(id, "authorized", 1999));

        assertThat(view(orderId).status()).isEqualTo("PENDING");
        accepted(body(id + "b", "authorized", 1999));
        accepted(body(id + "b", "declined", 1999));
        assertThat(view(orderId).status()).isEqualTo("AUTHORIZED");
        assertThat(attempts(orderId))
                .containsExactly("authorize pending", "webhook.authorized wrong-amount", "webhook.authorized applied");
    }

    @Test
    void takesAnIdOnceThoughItComesManyTimesAtOnce() throws Exception {
        var orderId = pending();
        var body = body(id, "authorized", 1999);
        IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> accepted(body)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(attempts(orderId)).containsExactly("authorize pending", "webhook.authorized applied");
        assertThat(events.names(orderId)).containsExactly("PaymentAuthorized");
    }

    @Test
    void showsAWrongAmountToStaffAndDoesNotApplyIt() throws Exception {
        var orderId = pending();
        accepted(body(id, "authorized", 1998));
        accepted(body(id + "b", "authorized", 1999).replace("EUR", "USD"));

        assertThat(view(orderId).status()).isEqualTo("PENDING");
        assertThat(events.all(orderId)).isEmpty();
        assertThat(attempts(orderId))
                .contains("webhook.authorized wrong-amount")
                .hasSize(3);
    }

    @Test
    void keepsAWebhookUntilItsReferenceIsKnown() throws Exception {
        accepted(body(id, "authorized", 1999));
        var orderId = pending();

        awaitEvents(orderId, "PaymentAuthorized");
        timers.on(new WebhookMatchDue("sandbox", id));
        assertThat(attempts(orderId)).containsExactly("authorize pending", "webhook.authorized applied");
    }

    @Test
    void forgetsAWebhookThatWaitedTooLong() throws Exception {
        accepted(body(id, "authorized", 1999));
        assertThat(waits()).isTrue();
        await().until(() -> !waits());
        var orderId = pending();

        timers.on(new WebhookMatchDue("sandbox", id));
        assertThat(events.all(orderId)).isEmpty();
    }

    @Test
    void ignoresWhatComesTooLateOrOutOfOrder() throws Exception {
        var orderId = captured();
        var known = view(orderId).reference();
        for (var type : List.of("declined", "authorized", "voided", "captured", "refunded")) {
            accepted(body(id + type, type, 1999).replace(reference, known));
        }

        awaitSettled(orderId);
        assertThat(view(orderId).status()).isEqualTo("CAPTURED");
        assertThat(attempts(orderId))
                .filteredOn(attempt -> attempt.endsWith("no-effect"))
                .hasSize(5);
    }

    @Test
    void releasesWhatIsApprovedAfterItWasGivenUp() throws Exception {
        var orderId = pending();
        payments.cancel(new CancelPayment(orderId, AMOUNT));
        awaitEvents(orderId, "PaymentVoided");
        await().until(() -> waiting(orderId) == 0);
        accepted(body(id, "captured", 1999));

        await().until(() -> attempts(orderId).getLast().equals("void approved")
                && attempts(orderId).contains("webhook.captured applied"));
        awaitSettled(orderId);
        assertThat(view(orderId).status()).isEqualTo("VOIDED");
    }

    @Test
    void refundsWhatTheProviderCapturedThoughItWasReleased() throws Exception {
        var orderId = pending();
        payments.cancel(new CancelPayment(orderId, AMOUNT));
        awaitEvents(orderId, "PaymentVoided");
        faults.heal();
        ledger().sql("UPDATE sandbox.authorizations SET state = 'APPROVED', captured = amount WHERE key = :key")
                .param("key", view(orderId).id() + ":authorize")
                .update();
        accepted(body(id, "captured", 1999));

        awaitEvents(orderId, "PaymentVoided", "PaymentRefunded");
        awaitSettled(orderId);
        assertThat(view(orderId).status()).isEqualTo("REFUNDED");
    }

    @Test
    void takesARefundForMadeWhenTheProviderSaysSoAboutItsKey() throws Exception {
        var orderId = captured();
        refund(orderId, 500);
        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured", "PaymentRefunded");
        faults.down();
        refund(orderId, 500);
        await().until(() -> attempts(orderId).contains("refund failed"));
        accepted(body(id, "refunded", 500).replace(reference, view(orderId).reference()));

        assertThat(attempts(orderId)).contains("webhook.refunded asked");
        assertThat(view(orderId).refunded().amount()).as("whose refund it is").isEqualTo(500);
        assertLedgerAgrees(orderId);
        faults.heal();
        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured", "PaymentRefunded", "PaymentRefunded");
        assertThat(view(orderId).refunded().amount()).isEqualTo(1000);
        awaitSettled(orderId);
    }

    @Test
    void learnsOfARefundWhoseAnswerWasLost() throws Exception {
        var orderId = captured();
        faults.loseAnswers();
        var refundId = refund(orderId, 500);
        await().until(() -> attempts(orderId).contains("refund failed"));
        accepted(body(id, "refunded", 500).replace(reference, view(orderId).reference()));
        faults.heal();

        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured", "PaymentRefunded");
        assertThat(events.last(orderId, PaymentRefunded.class).refundId()).isEqualTo(refundId);
        awaitSettled(orderId);
        accepted(
                body(id + "b", "refunded", 500).replace(reference, view(orderId).reference()));
        assertThat(attempts(orderId).getLast()).isEqualTo("webhook.refunded no-effect");
    }

    @Test
    void ignoresUnknownTypesAndFields() throws Exception {
        accepted("{\"id\": \"%s\", \"type\": \"payout.paid\", \"data\": 1}".formatted(id));
        var orderId = pending();
        accepted(body(id, "authorized", 1999).replace("\"type\"", "\"more\": [{\"of\": null}], \"type\""));

        assertThat(view(orderId).status()).isEqualTo("AUTHORIZED");
    }

    /** An order whose payment the provider calls {@link #reference} and will decide by webhook. */
    private UUID pending() {
        faults.answer(new Pending(reference));
        var orderId = authorize("tok_approve");
        await().until(() -> reference.equals(view(orderId).reference()));
        return orderId;
    }

    private boolean waits() {
        return owner().sql("SELECT waiting FROM payments.webhooks WHERE id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
