package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.inventory.ReservationCommand;
import dev.banyan.orders.events.OrderCancelled;
import dev.banyan.orders.events.OrderConfirmed;
import org.junit.jupiter.api.Test;

class PaymentOutcomeIT extends OrdersIT {
    @Test
    void cancelsWhatIsDeclined() {
        var order = ordered("tok_decline", placed -> placed.status() == OrderStatus.CANCELLED);

        assertFree(order, CancelReason.PAYMENT_DECLINED);
        assertThat(view(order.id()).paymentStatus()).isEqualTo(PaymentStatus.DECLINED);
    }

    @Test
    void cancelsWhatIsNotDecidedInTime() {
        var order = ordered("tok_timeout", placed -> placed.status() == OrderStatus.CANCELLED);

        assertFree(order, CancelReason.PAYMENT_TIMEOUT);
        assertThat(view(order.id()).paymentStatus()).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void keepsAnOrderUnpaidWhenTheAmountDiffersAndCancelsItInTheEnd() {
        var order = ordered("tok_other_amount", placed -> placed.version() > 1);

        assertThat(view(order.id()).status()).isEqualTo(OrderStatus.PENDING);
        assertThat(view(order.id()).paymentStatus()).isEqualTo(PaymentStatus.PENDING);
        assertThat(timeline(order.id())).containsExactly("PENDING", "amount-unexpected");
        records.ageOrder(order.id());
        awaitOrder(order.id(), placed -> placed.status() == OrderStatus.CANCELLED);
        assertFree(order, CancelReason.PAYMENT_TIMEOUT);
    }

    @Test
    void cancelsWhatNobodyPays() {
        var order = ordered("tok_wait", pending -> true);
        awaitPaymentAsked(order.id());

        records.ageOrder(order.id());

        awaitOrder(order.id(), placed -> placed.status() == OrderStatus.CANCELLED);
        assertFree(order, CancelReason.PAYMENT_TIMEOUT);
        awaitPayment(order.id(), PaymentStatus.VOIDED);
    }

    @Test
    void cancelsWhatIsPaidAfterItsStockWasGivenAway() {
        var order = ordered("tok_wait", pending -> true);
        awaitPaymentAsked(order.id());
        modules.inventory.release(new ReservationCommand(order.id()));

        modules.payments.approve(order.id());

        awaitOrder(order.id(), placed -> placed.status() == OrderStatus.CANCELLED);
        assertFree(order, CancelReason.EXPIRED);
        awaitPayment(order.id(), PaymentStatus.VOIDED);
        assertThat(modules.payments.kept(order.id())).isZero();
    }

    @Test
    void tellsOnceOfAConfirmation() {
        var order = confirmed();

        assertThat(records.published(OrderConfirmed.class))
                .filteredOn(event -> event.orderId().equals(order.id()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.totalMinor()).isEqualTo(1500);
                    assertThat(event.email()).isEqualTo("guest@example.org");
                    assertThat(event.lines())
                            .extracting(OrderConfirmed.Line::quantity)
                            .containsExactly(3);
                });
    }

    private void assertFree(GuestOrder order, CancelReason reason) {
        assertThat(view(order.id()).cancelReason()).isEqualTo(reason);
        assertThat(modules.inventory.state(order.id())).isEqualTo("RELEASED");
        assertThat(modules.inventory.left(order.cart().lines().getFirst().sku()))
                .isEqualTo(10);
        assertThat(modules.carts.state(order.cart().id())).isEqualTo("OPEN");
        assertThat(records.keepsCardToken(order.id())).isFalse();
        assertThat(records.published(OrderCancelled.class))
                .filteredOn(event -> event.orderId().equals(order.id()))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo(reason.code()));
    }
}
