package dev.banyan.orders.internal;

import dev.banyan.runtime.events.Timers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ships orders in two transactions: the decision, after which the order can't be cancelled, and the end, when the stock has left. Between them runs {@link ShippingSteps}. */
@Service
class Shipping {
    private final OrderRepository orders;
    private final ShipmentRepository shipments;
    private final Timers timers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shipping(
            OrderRepository orders,
            ShipmentRepository shipments,
            Timers timers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.shipments = shipments;
        this.timers = timers;
        this.events = events;
        this.clock = clock;
    }

    /** Decides that the whole order is shipped, once per {@code shipmentId}. */
    @Transactional
    Shipment request(UUID shipmentId, UUID orderId, OrderAccess access, @Nullable String trackingCode) {
        var order = orders.lock(orderId, access);
        return shipments
                .ofOrder(orderId)
                .filter(shipment -> shipment.id().equals(shipmentId))
                .orElseGet(() -> accept(new Shipment(shipmentId, orderId, trackingCode, now()), order, access));
    }

    @Transactional(readOnly = true)
    ShipmentState state(UUID orderId) {
        if (shipments.ofOrder(orderId).isEmpty()) {
            return ShipmentState.NONE;
        }
        var shipped = orders.find(orderId).filter(order -> order.state().status() == OrderStatus.SHIPPED);
        return shipped.isPresent() ? ShipmentState.SHIPPED : ShipmentState.PLANNED;
    }

    /** The stock has left. A repeat changes nothing. */
    @Transactional
    void complete(UUID orderId) {
        var order = orders.lock(orderId, OrderAccess.SYSTEM);
        shipments
                .ofOrder(orderId)
                .flatMap(shipment -> order.shipped(shipment, now()))
                .ifPresent(events::publishEvent);
        orders.save(order);
    }

    /** The stock is gone: the order isn't shipped, and staff decide what becomes of it. */
    @Transactional
    void fail(UUID orderId) {
        var order = orders.lock(orderId, OrderAccess.SYSTEM);
        if (order.shipmentFailed(now())) {
            shipments.delete(orderId);
            orders.save(order);
        }
    }

    private Shipment accept(Shipment shipment, Order order, OrderAccess access) {
        order.requestShipment(access.by(), shipment.createdAt());
        orders.save(order);
        shipments.insert(shipment);
        timers.schedule(shipment.orderId().toString(), Instant.EPOCH, new ShipOrder(shipment.orderId()));
        return shipment;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
