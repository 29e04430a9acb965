package dev.banyan.orders.internal;

import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The order's or the checkout's state doesn't allow it. */
final class OrderRefusedException extends ModuleException {
    private OrderRefusedException(String reason, String message, Map<String, Object> properties) {
        super(Kind.CONFLICT, "orders." + reason, message, properties);
    }

    static OrderRefusedException cartEmpty(UUID cartId) {
        return new OrderRefusedException("cart-empty", "Cart %s is empty".formatted(cartId), Map.of());
    }

    static OrderRefusedException lineUnavailable(List<String> skus) {
        return new OrderRefusedException(
                "line-unavailable", "Not for sale any more: " + String.join(", ", skus), Map.of("skus", skus));
    }

    static OrderRefusedException totalChanged(Money current) {
        return new OrderRefusedException(
                "total-changed", "The total isn't what was expected", Map.of("currentTotal", current));
    }

    static OrderRefusedException totalTooHigh() {
        return new OrderRefusedException("total-too-high", "The total is more than an order may have", Map.of());
    }

    static OrderRefusedException notCancellable(UUID id) {
        return new OrderRefusedException("not-cancellable", "Order %s can't be cancelled now".formatted(id), Map.of());
    }

    static OrderRefusedException notShippable(UUID id) {
        return new OrderRefusedException("not-shippable", "Order %s can't be shipped now".formatted(id), Map.of());
    }

    static OrderRefusedException notRefundable(UUID id) {
        return new OrderRefusedException("not-refundable", "Order %s has nothing to give back".formatted(id), Map.of());
    }

    static OrderRefusedException refundExceedsCaptured(Money left) {
        return new OrderRefusedException(
                "refund-exceeds-captured", "More than can be given back", Map.of("refundable", left));
    }
}
