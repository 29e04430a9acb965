package dev.banyan.payments;

import dev.banyan.kernel.Failure;
import dev.banyan.kernel.FailureCode;
import dev.banyan.kernel.ModuleException;
import java.util.UUID;

/** The order has no payment, at least not yet. */
@FailureCode("payments.not-found")
public final class PaymentNotFoundException extends ModuleException {
    public PaymentNotFoundException(UUID orderId) {
        super(Kind.NOT_FOUND, "payments.not-found", "No payment for order " + orderId);
    }

    PaymentNotFoundException(Failure failure) {
        super(failure);
    }
}
