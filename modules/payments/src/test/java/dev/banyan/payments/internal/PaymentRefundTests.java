package dev.banyan.payments.internal;

import static dev.banyan.payments.internal.PaymentGoal.CAPTURE;
import static dev.banyan.payments.internal.PaymentState.CAPTURED;
import static dev.banyan.payments.internal.SamplePayments.NOW;
import static dev.banyan.payments.internal.SamplePayments.captured;
import static dev.banyan.payments.internal.SamplePayments.details;
import static dev.banyan.payments.internal.SamplePayments.payment;
import static dev.banyan.payments.internal.SamplePayments.refund;
import static dev.banyan.payments.internal.SamplePayments.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.kernel.Money;
import dev.banyan.payments.RefundRefusedException;
import dev.banyan.payments.events.PaymentRefunded;
import dev.banyan.payments.events.RefundFailed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentRefundTests {
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
}
