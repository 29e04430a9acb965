package dev.banyan.orders.internal;

/**
 * Where an order's money is. Only the edges of {@link #canBecome} exist; what leads elsewhere is a report that was
 * overtaken. A capture may come after the payment was given up: it goes back then.
 */
enum PaymentStatus {
    PENDING,
    AUTHORIZED,
    CAPTURED,
    DECLINED,
    VOIDED,
    PARTIALLY_REFUNDED,
    REFUNDED;

    boolean canBecome(PaymentStatus next) {
        return switch (this) {
            case PENDING -> next == AUTHORIZED || next == CAPTURED || next == DECLINED || next == VOIDED;
            case AUTHORIZED -> next == CAPTURED || next == DECLINED || next == VOIDED;
            case DECLINED -> next == CAPTURED || next == VOIDED;
            case VOIDED -> next == CAPTURED;
            case CAPTURED -> next == PARTIALLY_REFUNDED || next == REFUNDED;
            case PARTIALLY_REFUNDED -> next == REFUNDED;
            case REFUNDED -> false;
        };
    }
}
