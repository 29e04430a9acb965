package dev.banyan.payments.internal;

/** A payment's state in one word, for people. */
enum PaymentStatus {
    PENDING,
    AUTHORIZED,
    CAPTURED,
    DECLINED,
    VOIDED,
    PARTIALLY_REFUNDED,
    REFUNDED;

    static PaymentStatus of(Standing standing) {
        return switch (standing.state()) {
            case PENDING -> PENDING;
            case AUTHORIZED -> AUTHORIZED;
            case DECLINED -> DECLINED;
            case VOIDED -> VOIDED;
            case CAPTURED -> ofCaptured(standing);
        };
    }

    private static PaymentStatus ofCaptured(Standing standing) {
        boolean nothingLeft =
                standing.balance().refunded() == standing.balance().captured();
        if (nothingLeft && (standing.balance().captured() > 0 || standing.goal() == PaymentGoal.CANCEL)) {
            return REFUNDED;
        }
        return standing.balance().refunded() > 0 ? PARTIALLY_REFUNDED : CAPTURED;
    }
}
