package dev.banyan.payments.internal;

import java.util.UUID;

/** A refund that was asked for; its amount is in the payment's currency. */
record Refund(UUID id, UUID paymentId, long amount) {
    /** Undecided, or how it ended. */
    enum State {
        PENDING,
        SUCCEEDED,
        FAILED
    }
}
