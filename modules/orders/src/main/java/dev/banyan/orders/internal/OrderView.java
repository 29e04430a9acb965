package dev.banyan.orders.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.banyan.kernel.Money;
import dev.banyan.runtime.web.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it.
 *
 * @param accessToken in the answer to a guest's checkout alone
 */
record OrderView(
        UUID id,
        String number,
        OrderStatus status,
        PaymentStatus paymentStatus,
        FulfilmentStatus fulfilmentStatus,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CancelReason cancelReason,
        List<OrderLine> lines,
        Money subtotal,
        Money total,
        String email,
        ShippingAddress shippingAddress,
        Instant createdAt,
        long version,
        List<StatusChange> history,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String accessToken)
        implements Versioned {
    OrderView {
        lines = List.copyOf(lines);
        history = List.copyOf(history);
    }

    /** An order that was placed this moment. */
    static OrderView placed(OrderTerms terms, ShippingAddress address, Instant at) {
        return new OrderView(
                terms.id(),
                terms.number(),
                OrderStatus.PENDING,
                PaymentStatus.PENDING,
                FulfilmentStatus.UNFULFILLED,
                null,
                terms.lines(),
                terms.total(),
                terms.total(),
                terms.email(),
                address,
                at,
                OrderRepository.FIRST_VERSION,
                List.of(new StatusChange(OrderStatus.PENDING, at, null)),
                null);
    }

    OrderView withAccessToken(@Nullable String token) {
        return new OrderView(
                id,
                number,
                status,
                paymentStatus,
                fulfilmentStatus,
                cancelReason,
                lines,
                subtotal,
                total,
                email,
                shippingAddress,
                createdAt,
                version,
                history,
                token);
    }

    @Override
    public String toString() {
        return "OrderView[id=%s, number=%s, status=%s]".formatted(id, number, status);
    }
}
