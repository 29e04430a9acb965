package dev.banyan.payments.internal;

import static dev.banyan.payments.internal.PaymentGoal.AUTHORIZE;
import static dev.banyan.payments.internal.PaymentGoal.CANCEL;
import static dev.banyan.payments.internal.PaymentGoal.CAPTURE;
import static dev.banyan.payments.internal.PaymentState.AUTHORIZED;
import static dev.banyan.payments.internal.PaymentState.CAPTURED;
import static dev.banyan.payments.internal.PaymentState.DECLINED;
import static dev.banyan.payments.internal.PaymentState.PENDING;
import static dev.banyan.payments.internal.PaymentState.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.payments.RefundRefusedException;
import dev.banyan.payments.events.PaymentAuthorized;
import dev.banyan.payments.events.PaymentCaptured;
import dev.banyan.payments.events.PaymentDeclined;
import dev.banyan.payments.events.PaymentRefunded;
import dev.banyan.payments.events.PaymentVoided;
import dev.banyan.payments.events.RefundFailed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTests {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Money AMOUNT = new Money(1000, "EUR");

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
    void releasesWhatCouldNotBeCaptured() {
        var payment = payment(AUTHORIZED, CAPTURE);

        assertThat(payment.captureRefused(NOW)).containsInstanceOf(PaymentDeclined.class);
        assertThat(payment.next(NOW)).isEqualTo(NextStep.RELEASE);
        assertThat(payment.captureRefused(NOW)).isEmpty();
    }

    @Test
    void leavesARefusedCaptureToTheCancellation() {
        var payment = payment(AUTHORIZED, CANCEL);

        assertThat(payment.captureRefused(NOW)).isEmpty();
        assertThat(payment.next(NOW)).isEqualTo(NextStep.RELEASE);
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

    @Test
    void givesBackPartsUpToWhatWasCaptured() {
        var payment = captured(1000);
        payment.requestRefund(new Money(400, "EUR"));

        assertThat(payment.next(NOW)).isEqualTo(NextStep.REFUND);
        assertThatThrownBy(() -> payment.requestRefund(new Money(601, "EUR")))
                .isInstanceOf(RefundRefusedException.class);
        payment.requestRefund(new Money(600, "EUR"));
        assertThatThrownBy(() -> payment.requestRefund(new Money(1, "EUR"))).isInstanceOf(RefundRefusedException.class);

        payment.refunded(refund(400), NOW);
        assertThat(payment.refundRefused(refund(600), NOW)).isInstanceOf(RefundFailed.class);
        assertThat(payment.standing().balance()).isEqualTo(new Balance(1000, 400, 0));
        payment.requestRefund(new Money(600, "EUR"));
    }

    @Test
    void refusesRefundsThatMakeNoSense() {
        for (var refund : List.of(new Money(0, "EUR"), new Money(1, "USD"))) {
            assertThatThrownBy(() -> captured(1000).requestRefund(refund)).isInstanceOf(RefundRefusedException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "AUTHORIZED", "DECLINED", "VOIDED"})
    void refusesRefundsOfWhatWasNotCaptured(PaymentState state) {
        assertThatThrownBy(() -> payment(state, CAPTURE).requestRefund(new Money(1, "EUR")))
                .isInstanceOf(RefundRefusedException.class)
                .hasMessageContaining("no captured payment");
    }

    @Test
    void givesTheRestBackWhenCancelledAfterARefund() {
        var payment = captured(1000);
        payment.requestRefund(new Money(300, "EUR"));
        payment.cancel(NOW);

        assertThat(payment.next(NOW)).isEqualTo(NextStep.REFUND);
        assertThatThrownBy(() -> payment.requestRefund(new Money(1, "EUR"))).isInstanceOf(RefundRefusedException.class);
        payment.refunded(refund(300), NOW);
        assertThat(payment.next(NOW)).isEqualTo(NextStep.REFUND_REST);
        assertThat(payment.restRefunded(1000, NOW)).isEmpty();
        assertThat(payment.restRefunded(700, NOW)).isPresent();
        assertThat(payment.restRefunded(700, NOW)).isEmpty();
        assertThat(payment.standing().balance()).isEqualTo(new Balance(1000, 1000, 0));
    }

    @Test
    void hasNothingToGiveBackWhenItWasForNothing() {
        var free = new Payment(details(0), standing(CAPTURED, CAPTURE, Balance.NOTHING));

        assertThat(free.cancel(NOW)).containsInstanceOf(PaymentRefunded.class);
        assertThat(free.next(NOW)).isEqualTo(NextStep.NOTHING);
        assertThat(PaymentStatus.of(free.standing())).isEqualTo(PaymentStatus.REFUNDED);
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

    private static Payment givenUp() {
        var payment = payment(PENDING, AUTHORIZE);
        payment.tried(NOW);
        payment.giveUp(NOW);
        return payment;
    }

    private static Payment captured(long amount) {
        return new Payment(details(amount), standing(CAPTURED, CAPTURE, Balance.captured(amount)));
    }

    private static Payment payment(PaymentState state, PaymentGoal goal) {
        var balance = state == CAPTURED ? Balance.captured(AMOUNT.amount()) : Balance.NOTHING;
        return new Payment(details(AMOUNT.amount()), standing(state, goal, balance));
    }

    private static PaymentDetails details(long amount) {
        return new PaymentDetails(Ids.next(), Ids.next(), "sandbox", "card", new Money(amount, "EUR"));
    }

    private static Standing standing(PaymentState state, PaymentGoal goal, Balance balance) {
        return new Standing(state, goal, false, 0, null, balance, 0, null);
    }

    private static Refund refund(long amount) {
        return new Refund(Ids.next(), Ids.next(), amount);
    }
}
