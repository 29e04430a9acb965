package dev.banyan.payments;

import dev.banyan.kernel.Failure;
import dev.banyan.kernel.FailureCode;
import dev.banyan.kernel.ModuleException;

/** A refund that can't be accepted: nothing was captured in that currency, the payment is being given back as a
 * whole, or nothing or more than is left was asked for. */
@FailureCode({"payments.not-refundable", "payments.refund-exceeds-captured"})
public final class RefundRefusedException extends ModuleException {
    private RefundRefusedException(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    RefundRefusedException(Failure failure) {
        super(failure);
    }

    public static RefundRefusedException notRefundable() {
        return new RefundRefusedException(
                "payments.not-refundable", "There is no captured payment in this currency to refund from");
    }

    public static RefundRefusedException exceedsCaptured() {
        return new RefundRefusedException(
                "payments.refund-exceeds-captured",
                "A refund is more than nothing and at most what is left of the captured amount");
    }
}
