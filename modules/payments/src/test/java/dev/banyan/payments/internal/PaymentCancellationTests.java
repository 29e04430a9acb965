package dev.banyan.payments.internal;

import static dev.banyan.payments.internal.PaymentGoal.AUTHORIZE;
import static dev.banyan.payments.internal.PaymentGoal.CANCEL;
import static dev.banyan.payments.internal.PaymentGoal.CAPTURE;
import static dev.banyan.payments.internal.PaymentState.AUTHORIZED;
import static dev.banyan.payments.internal.PaymentState.PENDING;
import static dev.banyan.payments.internal.PaymentState.VOIDED;
import static dev.banyan.payments.internal.SamplePayments.NOW;
import static dev.banyan.payments.internal.SamplePayments.details;
import static dev.banyan.payments.internal.SamplePayments.payment;
import static dev.banyan.payments.internal.SamplePayments.standing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.payments.events.PaymentRefunded;
import dev.banyan.payments.events.PaymentVoided;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentCancellationTests {
    @ParameterizedTest
    @EnumSource(names = {"PENDING", "AUTHORIZED"})
    void isVoidedWhenCancelledBeforeTheCapture(PaymentState state) {
        var payment = payment(state, AUTHORIZE);

        assertThat(payment.cancel(NOW)).isEmpty();
        assertThat(payment.next(NOW)).isEqualTo(NextStep.RELEASE);
        assertThat(payment.released(0, NOW)).containsInstanceOf(PaymentVoided.class);
        assertThat(payment.standing().state()).isEqualTo(VOIDED);
        assertThat(payment.released(0, NOW)).isEmpty();
        assertThat(payment.cancel(NOW)).isEmpty();
    }

    @Test
    void isVoidedWhenDeclinedAfterItWasCancelled() {
        var payment = payment(PENDING, CANCEL);

        assertThat(payment.declined(NOW)).containsInstanceOf(PaymentVoided.class);
    }

    @Test
    void isNotAnnouncedAsAuthorizedAfterItWasCancelled() {
        var payment = payment(PENDING, CANCEL);

        assertThat(payment.authorized("pay_1", NOW)).isEmpty();
        assertThat(payment.next(NOW)).isEqualTo(NextStep.RELEASE);
    }

    @Test
    void hasNoDeadlineOnceItIsCancelled() {
        var payment = payment(PENDING, AUTHORIZE);
        payment.tried(NOW);
        payment.cancel(NOW);
        assertThat(payment.standing().deadline()).isNull();

        payment.tried(NOW);
        assertThat(payment.standing().deadline()).isNull();
        payment.pending("pay_1", NOW);
        assertThat(payment.standing().deadline()).isNull();
        assertThat(payment.standing().tries()).isEqualTo(1);
    }

    @Test
    void isNotGivenUpAfterItWasCancelled() {
        var payment = payment(PENDING, CANCEL);
        payment.tried(NOW);

        assertThat(payment.giveUp(NOW)).isEmpty();
        assertThat(payment.next(NOW)).isEqualTo(NextStep.RELEASE);
    }

    @Test
    void isRefundedWhenTheCaptureWinsAgainstTheCancellation() {
        var payment = payment(AUTHORIZED, CAPTURE);
        payment.cancel(NOW);

        assertThat(payment.captured(NOW)).isEmpty();
        assertThat(payment.next(NOW)).isEqualTo(NextStep.REFUND_REST);
        payment.capture();
        assertThat(payment.standing().goal()).isEqualTo(CANCEL);
    }

    @Test
    void leavesARefusedCaptureToTheCancellation() {
        var payment = payment(AUTHORIZED, CANCEL);

        assertThat(payment.captureRefused(NOW)).isEmpty();
        assertThat(payment.next(NOW)).isEqualTo(NextStep.RELEASE);
    }

    @Test
    void tellsOfTheEndWhenTheCaptureOfNothingWinsAgainstTheCancellation() {
        var free = new Payment(details(0), standing(AUTHORIZED, CAPTURE, Balance.NOTHING));
        free.cancel(NOW);

        assertThat(free.captured(NOW)).containsInstanceOf(PaymentRefunded.class);
        assertThat(free.captured(NOW)).isEmpty();
        assertThat(free.next(NOW)).isEqualTo(NextStep.NOTHING);
        assertThat(PaymentStatus.of(free.standing())).isEqualTo(PaymentStatus.REFUNDED);
    }
}
