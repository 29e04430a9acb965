package dev.banyan.payments.internal;

import static dev.banyan.payments.internal.PaymentGoal.AUTHORIZE;
import static dev.banyan.payments.internal.PaymentGoal.CAPTURE;
import static dev.banyan.payments.internal.PaymentState.AUTHORIZED;
import static dev.banyan.payments.internal.PaymentState.DECLINED;
import static dev.banyan.payments.internal.PaymentState.PENDING;
import static dev.banyan.payments.internal.PaymentState.VOIDED;
import static dev.banyan.payments.internal.SamplePayments.NOW;
import static dev.banyan.payments.internal.SamplePayments.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.payments.events.PaymentAuthorized;
import dev.banyan.payments.events.PaymentCaptured;
import dev.banyan.payments.events.PaymentDeclined;
import dev.banyan.payments.events.PaymentRefunded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTests {
    @Test
    void isAuthorizedOnce() {
        var payment = payment(PENDING, AUTHORIZE);

        assertThat(payment.next(NOW)).isEqualTo(NextStep.AUTHORIZE);
        assertThat(payment.authorized("pay_1", NOW)).containsInstanceOf(PaymentAuthorized.class);
        assertThat(payment.authorized("pay_2", NOW)).isEmpty();
        assertThat(payment.standing().reference()).isEqualTo("pay_1");
        assertThat(payment.next(NOW)).isEqualTo(NextStep.NOTHING);
    }

    @Test
    void isCapturedInFullWhenThatIsAskedFor() {
        var payment = payment(AUTHORIZED, AUTHORIZE);
        payment.capture();

        assertThat(payment.next(NOW)).isEqualTo(NextStep.CAPTURE);
        assertThat(payment.captured(NOW)).containsInstanceOf(PaymentCaptured.class);
        assertThat(payment.standing().balance().captured()).isEqualTo(1000);
        assertThat(payment.captured(NOW)).isEmpty();
        assertThat(payment.next(NOW)).isEqualTo(NextStep.NOTHING);
    }

    @Test
    void isCapturedAfterTheAuthorizationWhenThatIsAskedForBefore() {
        var payment = payment(PENDING, AUTHORIZE);
        payment.capture();

        assertThat(payment.next(NOW)).isEqualTo(NextStep.AUTHORIZE);
        payment.authorized("pay_1", NOW);
        assertThat(payment.next(NOW)).isEqualTo(NextStep.CAPTURE);
    }

    @Test
    void isDeclinedOnceAndStaysSo() {
        var payment = payment(PENDING, AUTHORIZE);

        assertThat(payment.declined(NOW))
                .hasValueSatisfying(
                        event -> assertThat(((PaymentDeclined) event).reason()).isEqualTo("declined"));
        assertThat(payment.declined(NOW)).isEmpty();
        assertThat(payment.next(NOW)).isEqualTo(NextStep.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHORIZED", "CAPTURED", "VOIDED"})
    void isNotDeclinedAfterwards(PaymentState state) {
        var payment = payment(state, CAPTURE);

        assertThat(payment.declined(NOW)).isEmpty();
        assertThat(payment.standing().state()).isEqualTo(state);
    }

    @Test
    void isGivenUpAtItsDeadlineAndNotBefore() {
        var payment = payment(PENDING, AUTHORIZE);
        payment.tried(NOW);

        assertThat(payment.next(NOW.minusNanos(1000))).isEqualTo(NextStep.AUTHORIZE);
        assertThat(payment.giveUp(NOW.minusNanos(1000))).isEmpty();
        assertThat(payment.next(NOW)).isEqualTo(NextStep.GIVE_UP);
        assertThat(payment.giveUp(NOW))
                .hasValueSatisfying(
                        event -> assertThat(((PaymentDeclined) event).reason()).isEqualTo("timeout"));
        assertThat(payment.giveUp(NOW)).isEmpty();
        assertThat(payment.standing().state()).isEqualTo(VOIDED);
    }

    @Test
    void releasesWhatMayBeHeldAfterGivingUp() {
        var payment = givenUp();

        assertThat(payment.next(NOW)).isEqualTo(NextStep.RELEASE);
        assertThat(payment.released(0, NOW)).isEmpty();
        assertThat(payment.standing().state()).isEqualTo(VOIDED);
        assertThat(payment.next(NOW)).isEqualTo(NextStep.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "VOIDED"})
    void releasesALateApproval(PaymentState ended) {
        var payment = payment(ended, AUTHORIZE);

        assertThat(payment.authorized("pay_1", NOW)).isEmpty();
        assertThat(payment.standing().state()).isEqualTo(ended);
        assertThat(payment.next(NOW)).isEqualTo(NextStep.RELEASE);
    }

    @Test
    void releasesWhatIsHeldAnewByAnotherCommand() {
        var payment = givenUp();
        payment.released(0, NOW);
        payment.authorized("pay_1", NOW);

        assertThat(payment.released(0, NOW)).isEmpty();
        assertThat(payment.releasedUnasked(NOW)).isEmpty();
        assertThat(payment.next(NOW)).isEqualTo(NextStep.RELEASE);
        payment.released(1, NOW);
        assertThat(payment.next(NOW)).isEqualTo(NextStep.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "VOIDED"})
    void givesALateCaptureBack(PaymentState ended) {
        var payment = payment(ended, CAPTURE);

        assertThat(payment.captured(NOW)).isEmpty();
        assertThat(payment.next(NOW)).isEqualTo(NextStep.REFUND_REST);
        assertThat(payment.restRefunded(1000, NOW)).hasValueSatisfying(event -> {
            var refunded = (PaymentRefunded) event;
            assertThat(refunded.refundId()).isNull();
            assertThat(refunded.refundedTotalMinor()).isEqualTo(1000);
        });
        assertThat(payment.next(NOW)).isEqualTo(NextStep.NOTHING);
    }

    @Test
    void waitsLongerOnceTheProviderIsToTell() {
        var payment = payment(PENDING, AUTHORIZE);
        payment.tried(NOW);
        payment.pending("pay_1", NOW.plusSeconds(300));
        payment.pending("pay_1", NOW.plusSeconds(900));

        assertThat(payment.standing().deadline()).isEqualTo(NOW.plusSeconds(300));
        assertThat(payment.next(NOW)).isEqualTo(NextStep.AUTHORIZE);
    }

    @Test
    void releasesWhatCouldNotBeCaptured() {
        var payment = payment(AUTHORIZED, CAPTURE);

        assertThat(payment.captureRefused(NOW)).containsInstanceOf(PaymentDeclined.class);
        assertThat(payment.next(NOW)).isEqualTo(NextStep.RELEASE);
        assertThat(payment.captureRefused(NOW)).isEmpty();
    }

    @Test
    void believesACaptureThatItWaitsFor() {
        assertThat(payment(AUTHORIZED, CAPTURE).capturedUnasked("pay_1", NOW))
                .containsInstanceOf(PaymentCaptured.class);
    }

    @Test
    void takesACaptureThatNobodyAskedForAsAnAuthorization() {
        assertThat(payment(PENDING, AUTHORIZE).capturedUnasked("pay_1", NOW))
                .containsInstanceOf(PaymentAuthorized.class);
        assertThat(payment(AUTHORIZED, AUTHORIZE).capturedUnasked("pay_1", NOW)).isEmpty();
    }

    @Test
    void endsWhenTheProviderReleasesUnasked() {
        var payment = payment(AUTHORIZED, CAPTURE);

        assertThat(payment.releasedUnasked(NOW)).containsInstanceOf(PaymentDeclined.class);
        assertThat(payment.standing().state()).isEqualTo(DECLINED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CAPTURED", "DECLINED", "VOIDED"})
    void isNotReleasedAfterwards(PaymentState state) {
        var payment = payment(state, CAPTURE);

        assertThat(payment.releasedUnasked(NOW)).isEmpty();
        assertThat(payment.standing().state()).isEqualTo(state);
    }

    private static Payment givenUp() {
        var payment = payment(PENDING, AUTHORIZE);
        payment.tried(NOW);
        payment.giveUp(NOW);
        return payment;
    }
}
