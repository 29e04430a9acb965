package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;

/** Time to carry out a cancellation that was decided. */
@DomainEvent(namespace = "orders", name = "cancel-order.v1")
record CancelOrder(UUID orderId, UUID cartId, Money total) {}
