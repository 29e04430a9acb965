package dev.banyan.orders.internal;

import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;

/** Time to give back what an abandoned checkout holds. */
@DomainEvent(namespace = "orders", name = "free-checkout.v1")
record FreeCheckout(UUID operationId, UUID orderId, UUID cartId) {}
