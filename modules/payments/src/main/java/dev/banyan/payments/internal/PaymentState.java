package dev.banyan.payments.internal;

/** What the provider did, as far as we know. */
enum PaymentState {
    /** The authorization is undecided, or not asked for yet. */
    PENDING,
    /** The amount is held for us. */
    AUTHORIZED,
    /** The amount is ours, less what was given back. */
    CAPTURED,
    /** There is no money: the provider refused, or let go what it held. */
    DECLINED,
    /** We want no money: the payment was cancelled, or given up at the deadline. What is held yet is being let go. */
    VOIDED
}
