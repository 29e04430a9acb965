package dev.banyan.orders.internal;

import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleUnavailableException;
import dev.banyan.payments.PaymentsApi;
import dev.banyan.payments.RefundPayment;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Asks payments for accepted refunds; the outcome comes by event. One that is refused, because the order was cancelled meanwhile, has failed. */
@Component
class RefundSteps {
    private final PaymentsApi payments;
    private final PaymentProgress progress;

    RefundSteps(PaymentsApi payments, PaymentProgress progress) {
        this.payments = payments;
        this.progress = progress;
    }

    @ApplicationModuleListener(id = "orders.refund", propagation = Propagation.NOT_SUPPORTED)
    void on(RefundOrder due) {
        try {
            payments.refund(new RefundPayment(due.refundId(), due.orderId(), due.amount(), due.reason()));
        } catch (ModuleUnavailableException unknown) {
            throw unknown;
        } catch (ModuleException refused) {
            progress.refundFailed(due.orderId(), due.refundId());
        }
    }
}
