package dev.banyan.payments.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.payments.events.PaymentAuthorized;
import dev.banyan.payments.events.PaymentCaptured;
import dev.banyan.payments.events.PaymentDeclined;
import dev.banyan.payments.events.PaymentRefunded;
import dev.banyan.payments.events.PaymentVoided;
import dev.banyan.payments.events.RefundFailed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events about a payment, filled in. */
final class PaymentEvents {
    private PaymentEvents() {}

    static Record authorized(Payment payment, Instant at) {
        var of = payment.details();
        return new PaymentAuthorized(
                Ids.next(),
                of.id(),
                of.orderId(),
                of.amount().amount(),
                of.amount().currency(),
                at);
    }

    static Record captured(Payment payment, Instant at) {
        var of = payment.details();
        return new PaymentCaptured(
                Ids.next(),
                of.id(),
                of.orderId(),
                of.amount().amount(),
                of.amount().currency(),
                at);
    }

    static Record declined(Payment payment, String reason, Instant at) {
        var of = payment.details();
        return new PaymentDeclined(
                Ids.next(),
                of.id(),
                of.orderId(),
                of.amount().amount(),
                of.amount().currency(),
                reason,
                at);
    }

    static Record voided(Payment payment, Instant at) {
        var of = payment.details();
        return new PaymentVoided(
                Ids.next(),
                of.id(),
                of.orderId(),
                of.amount().amount(),
                of.amount().currency(),
                at);
    }

    static Record refunded(Payment payment, @Nullable UUID refundId, long amount, Instant at) {
        var of = payment.details();
        long total = payment.standing().balance().refunded();
        return new PaymentRefunded(
                Ids.next(), of.id(), of.orderId(), refundId, amount, of.amount().currency(), total, at);
    }

    static Record refundFailed(Payment payment, Refund refund, Instant at) {
        var of = payment.details();
        return new RefundFailed(
                Ids.next(),
                of.id(),
                of.orderId(),
                refund.id(),
                refund.amount(),
                of.amount().currency(),
                at);
    }
}
