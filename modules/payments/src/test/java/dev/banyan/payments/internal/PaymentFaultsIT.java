package dev.banyan.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import dev.banyan.payments.CancelPayment;
import dev.banyan.payments.PaymentCommand;
import dev.banyan.payments.events.PaymentDeclined;
import dev.banyan.payments.events.PaymentRefunded;
import dev.banyan.payments.events.RefundFailed;
import dev.banyan.payments.spi.PaymentProvider;
import dev.banyan.payments.spi.ProviderCommand;
import dev.banyan.payments.spi.ProviderOutcome.Approved;
import dev.banyan.payments.spi.ProviderOutcome.Declined;
import dev.banyan.payments.spi.ProviderOutcome.Pending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of payments when the provider, the database or the buyer's mind fail at the wrong moment. */
class PaymentFaultsIT extends PaymentsIT {
    private static final List<String> TOKENS =
            List.of("tok_approve", "tok_approve", "tok_approve", "tok_decline", "tok_flaky", "tok_webhook", "tok_lost");

    @Autowired
    private PaymentProvider provider;

    @Test
    void agreesWithTheProviderAfterRandomFailures() {
        var random = new Random(20261121);
        var orders = new ArrayList<UUID>();
        faults.fail(0.25, 4711);
        for (int i = 0; i < 40; i++) {
            var orderId = authorize(TOKENS.get(random.nextInt(TOKENS.size())));
            orders.add(orderId);
            if (random.nextInt(4) > 0) {
                payments.capture(new PaymentCommand(orderId));
            }
            if (random.nextInt(3) == 0) {
                payments.cancel(new CancelPayment(orderId, AMOUNT));
            }
        }
        for (var orderId : orders) {
            if (random.nextInt(4) == 0) {
                payments.cancel(new CancelPayment(orderId, AMOUNT));
            }
        }
        await().atMost(Duration.ofSeconds(8)).until(() -> orders.stream().allMatch(this::decided));
        faults.heal();

        await().atMost(Duration.ofSeconds(30)).until(() -> orders.stream().allMatch(order -> waiting(order) == 0));
        for (var orderId : orders) {
            assertLedgerAgrees(orderId);
            assertThat(events.names(orderId)).doesNotHaveDuplicates().isNotEmpty();
            assertThat(keepsToken(orderId)).isFalse();
        }
    }

    @Test
    void declinesAtTheDeadlineEvenWhenTheProviderIsDown() {
        faults.down();
        var orderId = authorize("tok_approve");

        awaitEvents(orderId, "PaymentDeclined");
        assertThat(events.last(orderId, PaymentDeclined.class).reason()).isEqualTo("timeout");
        faults.heal();
        awaitSettled(orderId);
        assertThat(ledger(view(orderId).id()).state()).isEqualTo("VOIDED");
    }

    @Test
    void voidsOnceTheProviderIsBack() {
        var orderId = authorized("tok_approve");
        faults.down();
        payments.cancel(new CancelPayment(orderId, AMOUNT));
        await().until(() -> attempts(orderId).contains("void failed"));
        assertThat(events.names(orderId)).containsExactly("PaymentAuthorized");

        faults.heal();
        awaitEvents(orderId, "PaymentAuthorized", "PaymentVoided");
        awaitSettled(orderId);
    }

    @Test
    void pausesEvenWhenTheDeadlineOfWhatWasCancelledHasPassed() {
        faults.down();
        var orderId = authorize("tok_approve");
        await().until(() -> attempts(orderId).contains("authorize failed"));
        payments.cancel(new CancelPayment(orderId, AMOUNT));
        var begun = System.nanoTime();
        owner().sql(
                        "UPDATE payments.payments SET deadline = now() - interval '1 h' WHERE order_id = :id AND deadline IS NOT NULL")
                .param("id", orderId)
                .update();
        await().until(() -> Collections.frequency(attempts(orderId), "void failed") >= 6);

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("pauses of 50, 100, 200, 400 and 400 ms")
                .isGreaterThan(Duration.ofMillis(900));
        faults.heal();
        awaitSettled(orderId);
        assertThat(events.names(orderId)).containsExactly("PaymentVoided");
    }

    @Test
    void givesUpWhatIsPendingTooLong() {
        faults.answer(new Pending("pay_" + Ids.next()));
        var orderId = authorize("tok_approve");
        awaitEvents(orderId, "PaymentDeclined");

        assertThat(events.last(orderId, PaymentDeclined.class).reason()).isEqualTo("timeout");
        assertThat(attempts(orderId))
                .startsWith("authorize pending")
                .filteredOn("authorize pending"::equals)
                .hasSize(1);
        faults.heal();
        awaitSettled(orderId);
    }

    @Test
    void releasesWhatMayNotBeCaptured() {
        var orderId = authorized("tok_approve");
        faults.answer(new Declined("expired-card"));
        payments.capture(new PaymentCommand(orderId));

        awaitEvents(orderId, "PaymentAuthorized", "PaymentDeclined");
        awaitSettled(orderId);
        assertThat(ledger(view(orderId).id()).state()).isEqualTo("VOIDED");
        assertThat(view(orderId).attempts()).anyMatch(attempt -> "expired-card".equals(attempt.code()));
    }

    @Test
    void keepsTheMoneyOfARefusedRefund() {
        var orderId = captured();
        faults.answer(new Declined("account-closed"));
        var refundId = refund(orderId, 500);

        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured", "RefundFailed");
        assertThat(events.last(orderId, RefundFailed.class).refundId()).isEqualTo(refundId);
        faults.heal();
        refund(orderId, 1999);
        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured", "RefundFailed", "PaymentRefunded");
        awaitSettled(orderId);
    }

    @Test
    void notesARefusalThatRepeatsItselfNotForEver() {
        var orderId = captured();
        faults.answer(new Declined("account-closed"));
        payments.cancel(new CancelPayment(orderId, AMOUNT));
        await().until(() -> attempts(orderId).contains("refund declined"));
        owner().sql("UPDATE payments.payments SET tries = 20 WHERE order_id = :id")
                .param("id", orderId)
                .update();
        await().until(() -> tries(orderId) > 20);
        var noted = attempts(orderId);
        await().until(() -> tries(orderId) > 23);

        assertThat(attempts(orderId)).isEqualTo(noted);
        faults.heal();
        awaitSettled(orderId);
        assertThat(attempts(orderId)).endsWith("refund approved");
    }

    @Test
    void refundsACaptureThatItLearnsOfWhenCancelling() {
        var orderId = authorized("tok_approve");
        var paymentId = view(orderId).id();
        assertThat(provider.capture(
                        new ProviderCommand(paymentId + ":elsewhere", paymentId + ":authorize", null, AMOUNT)))
                .isInstanceOf(Approved.class);
        payments.cancel(new CancelPayment(orderId, AMOUNT));

        awaitEvents(orderId, "PaymentAuthorized", "PaymentRefunded");
        assertThat(events.last(orderId, PaymentRefunded.class).refundId()).isNull();
        assertThat(view(orderId).status()).isEqualTo("REFUNDED");
        awaitSettled(orderId);
    }

    @Test
    void keepsOtherPaymentsGoingWhileSomeHang() {
        var hanging =
                IntStream.range(0, 12).mapToObj(i -> authorize("tok_timeout")).toList();
        var begun = System.nanoTime();
        authorized("tok_approve");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        hanging.forEach(orderId -> payments.cancel(new CancelPayment(orderId, AMOUNT)));
        hanging.forEach(this::awaitSettled);
    }

    private int tries(UUID orderId) {
        return owner().sql("SELECT tries FROM payments.payments WHERE order_id = :id")
                .param("id", orderId)
                .query(Integer.class)
                .single();
    }

    private boolean decided(UUID orderId) {
        return !events.all(orderId).isEmpty();
    }
}
