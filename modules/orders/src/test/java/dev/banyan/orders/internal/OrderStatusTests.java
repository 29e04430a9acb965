package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatusTests {
    private static final Set<String> EDGES =
            Set.of("PENDING-CONFIRMED", "PENDING-CANCELLED", "CONFIRMED-SHIPPED", "CONFIRMED-CANCELLED");

    private static final Set<String> PAYMENT_EDGES = Set.of(
            "PENDING-AUTHORIZED",
            "PENDING-CAPTURED",
            "PENDING-DECLINED",
            "PENDING-VOIDED",
            "AUTHORIZED-CAPTURED",
            "AUTHORIZED-DECLINED",
            "AUTHORIZED-VOIDED",
            "DECLINED-CAPTURED",
            "DECLINED-VOIDED",
            "VOIDED-CAPTURED",
            "CAPTURED-PARTIALLY_REFUNDED",
            "CAPTURED-REFUNDED",
            "PARTIALLY_REFUNDED-REFUNDED");

    @ParameterizedTest
    @EnumSource
    void hasNoOtherEdges(OrderStatus from) {
        for (var to : OrderStatus.values()) {
            assertThat(from.canBecome(to)).as("%s to %s", from, to).isEqualTo(EDGES.contains(from + "-" + to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasNoOtherPaymentEdges(PaymentStatus from) {
        for (var to : PaymentStatus.values()) {
            assertThat(from.canBecome(to)).as("%s to %s", from, to).isEqualTo(PAYMENT_EDGES.contains(from + "-" + to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFulfilledWhenShippedAlone(OrderStatus status) {
        assertThat(status.fulfilment() == FulfilmentStatus.FULFILLED).isEqualTo(status == OrderStatus.SHIPPED);
    }
}
