package dev.banyan.notifications.internal;

import dev.banyan.notifications.spi.MessageChannel;
import dev.banyan.orders.events.OrderCancelled;
import dev.banyan.orders.events.OrderConfirmed;
import dev.banyan.orders.events.OrderRefunded;
import dev.banyan.orders.events.OrderShipped;
import java.util.HashMap;
import java.util.Map;

/** What is written to buyers. */
final class OrderDrafts {
    private static final Map<String, String> REASONS = Map.of(
            "payment-declined", "the payment was declined",
            "payment-timeout", "the payment was not completed in time",
            "expired", "it was not paid in time",
            "customer", "you asked for it",
            "staff", "we could not carry it out");

    private OrderDrafts() {}

    static Draft confirmed(OrderConfirmed event) {
        Map<String, Object> values = Map.of(
                "number", event.number(),
                "orderId", event.orderId(),
                "date", Dates.day(event.occurredAt()),
                "guest", event.userId() == null,
                "lines",
                        event.lines().stream()
                                .map(line -> line(line, event.currency()))
                                .toList(),
                "total", Amounts.format(event.totalMinor(), event.currency()));
        return Draft.mail(event.eventId(), MessageKind.ORDER_CONFIRMED, event.email(), values)
                .aboutOrder(event.orderId());
    }

    private static Map<String, Object> line(OrderConfirmed.Line line, String currency) {
        return Map.of(
                "sku", line.sku(),
                "name", line.name(),
                "quantity", line.quantity(),
                "total", Amounts.format(line.lineTotalMinor(), currency));
    }

    static Draft cancelled(OrderCancelled event) {
        var values = new HashMap<String, Object>();
        values.put("number", event.number());
        if (REASONS.containsKey(event.reason())) {
            values.put("because", REASONS.get(event.reason()));
        }
        return Draft.mail(event.eventId(), MessageKind.ORDER_CANCELLED, event.email(), values)
                .aboutOrder(event.orderId());
    }

    static Draft shipped(OrderShipped event) {
        var values = new HashMap<String, Object>();
        values.put("number", event.number());
        values.put("orderId", event.orderId());
        values.put("date", Dates.day(event.occurredAt()));
        values.put("guest", event.userId() == null);
        if (event.trackingCode() != null) {
            values.put("trackingCode", event.trackingCode());
        }
        return Draft.mail(event.eventId(), MessageKind.ORDER_SHIPPED, event.email(), values)
                .aboutOrder(event.orderId());
    }

    static Draft shippedShort(OrderShipped event, String phone) {
        return shipped(event).over(MessageChannel.SMS, phone);
    }

    static Draft refunded(OrderRefunded event) {
        Map<String, Object> values =
                Map.of("number", event.number(), "amount", Amounts.format(event.amountMinor(), event.currency()));
        return Draft.mail(event.eventId(), MessageKind.ORDER_REFUNDED, event.email(), values)
                .aboutOrder(event.orderId());
    }
}
