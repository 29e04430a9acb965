package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;

/** Time to ask payments for a refund that was accepted. */
@DomainEvent(namespace = "orders", name = "refund-order.v1")
record RefundOrder(UUID refundId, UUID orderId, Money amount, String reason) {}
