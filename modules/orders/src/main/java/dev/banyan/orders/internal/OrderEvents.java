package dev.banyan.orders.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.orders.events.OrderCancelled;
import dev.banyan.orders.events.OrderConfirmed;
import dev.banyan.orders.events.OrderPlaced;
import dev.banyan.orders.events.OrderRefunded;
import dev.banyan.orders.events.OrderShipped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the events out of an order's terms. */
final class OrderEvents {
    private OrderEvents() {}

    static OrderPlaced placed(OrderTerms order, Instant at) {
        return new OrderPlaced(
                Ids.next(),
                order.id(),
                order.number(),
                order.userId(),
                order.email(),
                order.total().amount(),
                order.total().currency(),
                at);
    }

    static OrderConfirmed confirmed(OrderTerms order, Instant at) {
        var lines = order.lines().stream()
                .map(line -> new OrderConfirmed.Line(
                        line.sku(),
                        line.name(),
                        line.quantity(),
                        line.lineTotal().amount()))
                .toList();
        return new OrderConfirmed(
                Ids.next(),
                order.id(),
                order.number(),
                order.userId(),
                order.email(),
                lines,
                order.total().amount(),
                order.total().currency(),
                at);
    }

    static OrderCancelled cancelled(OrderTerms order, CancelReason reason, Instant at) {
        return new OrderCancelled(
                Ids.next(), order.id(), order.number(), order.userId(), order.email(), reason.code(), at);
    }

    static OrderShipped shipped(OrderTerms order, Shipment shipment, Instant at) {
        return new OrderShipped(
                Ids.next(),
                order.id(),
                order.number(),
                order.userId(),
                order.email(),
                shipment.id(),
                shipment.trackingCode(),
                at);
    }

    static OrderRefunded refunded(OrderTerms order, @Nullable UUID refundId, Money amount, Instant at) {
        return new OrderRefunded(
                Ids.next(),
                order.id(),
                order.number(),
                order.userId(),
                order.email(),
                refundId,
                amount.amount(),
                amount.currency(),
                at);
    }
}
