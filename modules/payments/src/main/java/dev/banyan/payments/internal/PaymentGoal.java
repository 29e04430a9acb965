package dev.banyan.payments.internal;

/** What was asked of us, by commands. It only moves forward. */
enum PaymentGoal {
    AUTHORIZE,
    CAPTURE,
    CANCEL
}
