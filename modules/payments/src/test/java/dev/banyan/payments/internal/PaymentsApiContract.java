package dev.banyan.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.payments.AuthorizePayment;
import dev.banyan.payments.CancelPayment;
import dev.banyan.payments.PaymentCommand;
import dev.banyan.payments.PaymentNotFoundException;
import dev.banyan.payments.RefundPayment;
import dev.banyan.payments.RefundRefusedException;
import dev.banyan.payments.events.PaymentDeclined;
import dev.banyan.payments.events.PaymentRefunded;
import dev.banyan.payments.events.PaymentVoided;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code PaymentsApi} promises, however it is called. */
abstract class PaymentsApiContract extends PaymentsIT {
    @Test
    void authorizesThenCaptures() {
        var orders = Stream.of("tok_approve", "tok_slow", "tok_flaky", "tok_webhook", "tok_lost")
                .map(this::authorize)
                .toList();
        for (var orderId : orders) {
            awaitEvents(orderId, "PaymentAuthorized");
            assertThat(keepsToken(orderId)).isFalse();
            assertThat(view(orderId).status()).isEqualTo("AUTHORIZED");
            payments.capture(new PaymentCommand(orderId));
        }
        for (var orderId : orders) {
            awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured");
            assertThat(view(orderId).captured()).isEqualTo(AMOUNT);
            awaitSettled(orderId);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_decline", "tok_unheard_of"})
    void declines(String token) {
        var orderId = authorize(token);

        awaitEvents(orderId, "PaymentDeclined");
        assertThat(events.last(orderId, PaymentDeclined.class).reason()).isEqualTo("declined");
        assertThat(keepsToken(orderId)).isFalse();
        awaitSettled(orderId);
    }

    @Test
    void givesUpWhatIsNeverDecided() {
        var orderId = authorize("tok_timeout");

        awaitEvents(orderId, "PaymentDeclined");
        assertThat(events.last(orderId, PaymentDeclined.class).reason()).isEqualTo("timeout");
        awaitSettled(orderId);
        assertThat(view(orderId).status()).isEqualTo("VOIDED");
        assertThat(ledger(view(orderId).id()).state()).isEqualTo("VOIDED");
        assertThat(keepsToken(orderId)).isFalse();
    }

    @Test
    void carriesEachCommandOutOnce() {
        var orderId = captured();
        payments.authorize(new AuthorizePayment(orderId, AMOUNT, "card", "tok_decline"));
        payments.capture(new PaymentCommand(orderId));
        var refundId = refund(orderId, 500);
        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured", "PaymentRefunded");
        payments.refund(new RefundPayment(refundId, orderId, new Money(500, "EUR"), "again"));

        awaitSettled(orderId);
        assertThat(events.names(orderId)).hasSize(3);
        assertThat(attempts(orderId)).containsExactly("authorize approved", "capture approved", "refund approved");
    }

    @Test
    void capturesWhatIsAuthorizedLater() {
        var orderId = authorize("tok_flaky");
        payments.capture(new PaymentCommand(orderId));

        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured");
    }

    @Test
    void refundsPartsUpToWhatWasCaptured() {
        var orderId = captured();
        var first = refund(orderId, 1000);
        assertThatThrownBy(() -> refund(orderId, 1000))
                .isInstanceOfSatisfying(
                        RefundRefusedException.class,
                        failure -> assertThat(failure.code()).isEqualTo("payments.refund-exceeds-captured"));
        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured", "PaymentRefunded");
        assertThat(events.last(orderId, PaymentRefunded.class).refundId()).isEqualTo(first);
        assertThat(view(orderId).status()).isEqualTo("PARTIALLY_REFUNDED");

        refund(orderId, 999);
        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured", "PaymentRefunded", "PaymentRefunded");
        assertThat(events.last(orderId, PaymentRefunded.class).refundedTotalMinor())
                .isEqualTo(1999);
        assertThat(view(orderId).status()).isEqualTo("REFUNDED");
        awaitSettled(orderId);
    }

    @Test
    void refusesWhatHasNoPayment() {
        var command = new PaymentCommand(Ids.next());

        assertThatThrownBy(() -> payments.capture(command)).isInstanceOf(PaymentNotFoundException.class);
        assertThatThrownBy(() -> refund(command.orderId(), 1)).isInstanceOf(PaymentNotFoundException.class);
        assertThatThrownBy(() -> refund(authorized("tok_approve"), 1))
                .isInstanceOfSatisfying(
                        RefundRefusedException.class,
                        failure -> assertThat(failure.code()).isEqualTo("payments.not-refundable"));
    }

    @Test
    void neverStartsWhatWasCancelledBefore() {
        var orderId = Ids.next();
        payments.cancel(new CancelPayment(orderId, AMOUNT));
        payments.authorize(new AuthorizePayment(orderId, AMOUNT, "card", "tok_approve"));

        awaitSettled(orderId);
        assertThat(events.names(orderId)).containsExactly("PaymentVoided");
        assertThat(events.last(orderId, PaymentVoided.class).amountMinor()).isEqualTo(1999);
        assertThat(view(orderId).amount()).isEqualTo(AMOUNT);
        assertThat(ledger(view(orderId).id()).state()).isEqualTo("ABSENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tok_approve", "tok_decline", "tok_slow", "tok_flaky", "tok_webhook", "tok_lost", "tok_timeout"})
    void voidsWhatIsCancelledWhileItIsAuthorized(String token) {
        var orderId = authorize(token);
        payments.cancel(new CancelPayment(orderId, AMOUNT));

        awaitSettled(orderId);
        assertThat(events.names(orderId).getLast()).isIn("PaymentVoided", "PaymentDeclined");
        assertThat(ledger(view(orderId).id()).captured()).isZero();
    }

    @Test
    void voidsWhatIsAuthorized() {
        var orderId = authorized("tok_approve");
        payments.cancel(new CancelPayment(orderId, AMOUNT));

        awaitEvents(orderId, "PaymentAuthorized", "PaymentVoided");
        assertThat(events.last(orderId, PaymentVoided.class).amountMinor()).isEqualTo(1999);
        awaitSettled(orderId);
    }

    @Test
    void refundsAllThatWasCaptured() {
        var orderId = captured();
        refund(orderId, 99);
        payments.cancel(new CancelPayment(orderId, AMOUNT));
        payments.cancel(new CancelPayment(orderId, AMOUNT));

        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured", "PaymentRefunded", "PaymentRefunded");
        var rest = events.last(orderId, PaymentRefunded.class);
        assertThat(rest.refundId()).isNull();
        assertThat(rest.amountMinor()).isEqualTo(1900);
        assertThat(view(orderId).status()).isEqualTo("REFUNDED");
        awaitSettled(orderId);
    }
}
