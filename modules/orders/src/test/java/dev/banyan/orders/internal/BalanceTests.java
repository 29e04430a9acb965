package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.kernel.Money;
import org.junit.jupiter.api.Test;

class BalanceTests {
    private static final Balance PAID = Balance.unpaid("EUR").captured(eur(1000));

    @Test
    void neverGivesBackMoreThanCameIn() {
        assertThatThrownBy(() -> PAID.refundRequested(eur(1001))).isInstanceOf(OrderRefusedException.class);
        assertThat(PAID.refundRequested(eur(1000)).refundable()).isEqualTo(eur(0));
    }

    @Test
    void countsOpenRefunds() {
        assertThat(PAID.refundRequested(eur(300)).refundable()).isEqualTo(eur(700));
        assertThat(PAID.refundRequested(eur(300)).refundFailed(eur(300)).refundable())
                .isEqualTo(eur(1000));
    }

    @Test
    void isPartiallyRefundedUntilNothingIsLeft() {
        var part = PAID.refundRequested(eur(300)).refundSucceeded(eur(300), eur(300));
        var whole = part.refundRequested(eur(700)).refundSucceeded(eur(700), eur(1000));

        assertThat(part.status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(part.refundable()).isEqualTo(eur(700));
        assertThat(whole.status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void leavesOpenRefundsNoMoreThanWhatACancellationLeft() {
        var returned = PAID.refundRequested(eur(300)).returned(eur(1000));

        assertThat(returned.refunding()).isEqualTo(eur(0));
        assertThat(returned.refundFailed(eur(300)).refunding()).isEqualTo(eur(0));
    }

    @Test
    void forgetsNothingWhenReportsAreRepeatedOrOvertaken() {
        var returned = PAID.returned(eur(1000));

        assertThat(returned.returned(eur(300))).isEqualTo(returned);
        assertThat(returned.captured(eur(5))).isEqualTo(returned);
        assertThat(returned.to(PaymentStatus.AUTHORIZED)).isEqualTo(returned);
    }

    private static Money eur(long amount) {
        return new Money(amount, "EUR");
    }
}
