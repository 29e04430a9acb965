package dev.banyan.orders.internal;

import dev.banyan.orders.events.OrderPlaced;
import dev.banyan.payments.PaymentsApi;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Asks for the payment of each placed order; the outcome comes by event. */
@Component
class PaymentSteps {
    private final PendingPayments pending;
    private final PaymentsApi payments;

    PaymentSteps(PendingPayments pending, PaymentsApi payments) {
        this.pending = pending;
        this.payments = payments;
    }

    @ApplicationModuleListener(id = "orders.pay", propagation = Propagation.NOT_SUPPORTED)
    void on(OrderPlaced event) {
        pending.find(event.orderId()).ifPresent(payments::authorize);
    }
}
