package dev.banyan.orders.internal;

import dev.banyan.payments.PaymentsApi;
import dev.banyan.payments.RefundPayment;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Asks payments for accepted refunds; the outcome comes by event. */
@Component
class RefundSteps {
    private final PaymentsApi payments;

    RefundSteps(PaymentsApi payments) {
        this.payments = payments;
    }

    @ApplicationModuleListener(id = "orders.refund", propagation = Propagation.NOT_SUPPORTED)
    void on(RefundOrder due) {
        payments.refund(new RefundPayment(due.refundId(), due.orderId(), due.amount(), due.reason()));
    }
}
