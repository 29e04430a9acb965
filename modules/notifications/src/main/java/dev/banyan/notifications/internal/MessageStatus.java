package dev.banyan.notifications.internal;

/** Where a message is on its way. */
enum MessageStatus {
    /** Waits for its channel. */
    PENDING,
    /** The channel took it. */
    SENT,
    /** Refused, or not delivered in time; nobody tries any more. */
    FAILED,
    /** Stays here, since nothing carries its channel out of the shop. */
    KEPT,
    /** Overtaken before it left: a confirmation whose order was cancelled. */
    WITHDRAWN
}
