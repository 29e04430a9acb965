package dev.banyan.payments.internal;

import java.util.Locale;

/** What has to be done next for a payment to get from its state to its goal. */
enum NextStep {
    NOTHING,
    AUTHORIZE,
    /** The authorization's deadline has passed: without the provider's help, it is declined. */
    GIVE_UP,
    CAPTURE,
    RELEASE,
    /** Carry out the oldest refund that was asked for. */
    REFUND,
    /** Give back all that is left, since the payment was cancelled. */
    REFUND_REST;

    /** The key that the provider keeps this step's outcome under. */
    String key(PaymentDetails payment) {
        var name = switch (this) {
            case RELEASE -> "void";
            case REFUND_REST -> "refund:rest";
            default -> name().toLowerCase(Locale.ROOT);
        };
        return payment.id() + ":" + name;
    }

    /** How staff see it. */
    String action() {
        return switch (this) {
            case RELEASE, GIVE_UP -> "void";
            case REFUND_REST -> "refund";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
