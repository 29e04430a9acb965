package dev.banyan.payments.internal;

/** What the provider did, as far as we know. */
enum PaymentState {
    /** The authorization is undecided, or not asked for yet. */
    PENDING,
    /** The amount is held for us. */
    AUTHORIZED,
    /** The amount is ours, less what was given back. */
    CAPTURED,
    /** There is no money: refused, or given up at the deadline. */
    DECLINED,
    /** Nothing is held any more, because we said so. */
    VOIDED
}
