package dev.banyan.orders.internal;

import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;

/** Time to carry out a shipment that was decided. */
@DomainEvent(namespace = "orders", name = "ship-order.v1")
record ShipOrder(UUID orderId) {}
