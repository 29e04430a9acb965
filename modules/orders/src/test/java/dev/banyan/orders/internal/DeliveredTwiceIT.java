package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.orders.events.OrderCancelled;
import dev.banyan.orders.events.OrderConfirmed;
import dev.banyan.orders.events.OrderPlaced;
import dev.banyan.orders.events.OrderRefunded;
import dev.banyan.orders.events.OrderShipped;
import dev.banyan.payments.events.PaymentAuthorized;
import dev.banyan.payments.events.PaymentCaptured;
import dev.banyan.payments.events.PaymentDeclined;
import dev.banyan.payments.events.PaymentRefunded;
import dev.banyan.payments.events.PaymentVoided;
import dev.banyan.payments.events.RefundFailed;
import dev.banyan.runtime.testing.TestCallers;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each listener gets its event again after everything it started is over: nothing changes. */
class DeliveredTwiceIT extends OrdersIT {
    @Autowired
    PaymentSteps pay;

    @Autowired
    PaymentEventsListener payments;

    @Autowired
    CancellationSteps cancel;

    @Autowired
    ShippingSteps ship;

    @Autowired
    RefundSteps refund;

    @Autowired
    AbandonedCheckouts abandoned;

    @Autowired
    OverdueSweep sweep;

    @Test
    void paying() {
        var order = confirmed();
        unchanged(
                order,
                id -> pay.on(
                        new OrderPlaced(Ids.next(), id, "B-1", null, "guest@example.org", 1500, "EUR", Instant.now())));
    }

    @Test
    void authorization() {
        var order = confirmed();
        unchanged(order, id -> payments.on(authorized(id)));
    }

    @Test
    void authorizationOfACancelledOrder() {
        unchanged(cancelled(), id -> payments.on(authorized(id)));
    }

    @Test
    void capture() {
        var order = confirmed();
        unchanged(order, id -> payments.on(captured(id)));
        unchanged(cancelled(), id -> payments.on(captured(id)));
    }

    @Test
    void decline() {
        var order = ordered("tok_decline", placed -> placed.status() == OrderStatus.CANCELLED);
        Consumer<UUID> decline = id ->
                payments.on(new PaymentDeclined(Ids.next(), Ids.next(), id, 1500, "EUR", "declined", Instant.now()));
        unchanged(order, decline);
        unchanged(confirmed(), decline);
    }

    @Test
    void voiding() {
        var order = ordered("tok_wait", pending -> true);
        awaitPaymentAsked(order.id());
        post(order.path() + "/cancel", null, "X-Order-Token", order.token());
        awaitPayment(order.id(), PaymentStatus.VOIDED);
        unchanged(order, id -> payments.on(new PaymentVoided(Ids.next(), Ids.next(), id, 1500, "EUR", Instant.now())));
    }

    @Test
    void returningTheMoney() {
        unchanged(
                cancelled(),
                id -> payments.on(
                        new PaymentRefunded(Ids.next(), Ids.next(), id, null, 1500, "EUR", 1500, Instant.now())));
    }

    @Test
    void refunding() {
        var order = confirmed();
        var refundId = refunded(order, PaymentStatus.PARTIALLY_REFUNDED);
        unchanged(order, id -> refund.on(new RefundOrder(refundId, id, new Money(400, "EUR"), "broken")));
        unchanged(
                order,
                id -> payments.on(
                        new PaymentRefunded(Ids.next(), Ids.next(), id, refundId, 400, "EUR", 400, Instant.now())));
        unchanged(
                order,
                id -> payments.on(new RefundFailed(Ids.next(), Ids.next(), id, refundId, 400, "EUR", Instant.now())));
    }

    @Test
    void cancelling() {
        var order = cancelled();
        unchanged(order, id -> cancel.on(new CancelOrder(id, order.cart().id(), new Money(1500, "EUR"))));
    }

    @Test
    void shipping() {
        var order = confirmed();
        post(TestCallers.staff(), order.adminPath() + "/shipments", "{}");
        unchanged(order, id -> ship.on(new ShipOrder(id)));
    }

    @Test
    void sweeping() {
        var order = ordered("tok_wait", pending -> true);
        awaitPaymentAsked(order.id());
        records.ageOrder(order.id());
        sweep.on(new OverdueSweep.Sweep());
        awaitPayment(order.id(), PaymentStatus.VOIDED);

        unchanged(order, id -> sweep.on(new OverdueSweep.Sweep()));
        assertThat(timeline(order.id())).filteredOn("cancel-requested"::equals).hasSize(1);
    }

    @Test
    void freeingACheckout() {
        var cart = guestCart();
        modules.inventory.stock(cart.lines().getFirst().sku(), 0);
        var operation = Ids.next();
        try {
            checkouts.checkOut(checkout(operation, cart));
        } catch (dev.banyan.kernel.ModuleException refused) {
            assertThat(refused.code()).isEqualTo("inventory.out-of-stock");
        }

        for (int i = 0; i < 2; i++) {
            abandoned.on(new FreeCheckout(operation, operation, cart.id()));
            assertThat(records.checkoutState(operation)).isEqualTo("FREED");
            assertThat(modules.carts.state(cart.id())).isEqualTo("OPEN");
        }
    }

    private void unchanged(GuestOrder order, Consumer<UUID> delivery) {
        var before = state(order);
        for (int i = 0; i < 2; i++) {
            delivery.accept(order.id());
            assertThat(state(order)).isEqualTo(before);
        }
    }

    private String state(GuestOrder order) {
        var id = order.id();
        var events = records.published(OrderConfirmed.class).stream()
                        .filter(e -> e.orderId().equals(id))
                        .count()
                + ","
                + records.published(OrderCancelled.class).stream()
                        .filter(e -> e.orderId().equals(id))
                        .count()
                + ","
                + records.published(OrderShipped.class).stream()
                        .filter(e -> e.orderId().equals(id))
                        .count()
                + ","
                + records.published(OrderRefunded.class).stream()
                        .filter(e -> e.orderId().equals(id))
                        .count();
        return String.join(
                " ",
                details.get(id, OrderAccess.SYSTEM).toString(),
                String.valueOf(view(id).version()),
                timeline(id).toString(),
                modules.inventory.state(id),
                modules.carts.state(order.cart().id()),
                modules.payments.state(id),
                String.valueOf(modules.payments.kept(id)),
                events);
    }

    private GuestOrder cancelled() {
        var order = confirmed();
        post(order.path() + "/cancel", null, "X-Order-Token", order.token());
        awaitPayment(order.id(), PaymentStatus.REFUNDED);
        return order;
    }

    private UUID refunded(GuestOrder order, PaymentStatus status) {
        var body = "{\"amount\": {\"amount\": 400, \"currency\": \"EUR\"}, \"reason\": \"broken\"}";
        var answer = post(TestCallers.staff(), order.adminPath() + "/refunds", body);
        awaitPayment(order.id(), status);
        return UUID.fromString(text(answer, "$.id"));
    }

    private static PaymentAuthorized authorized(UUID id) {
        return new PaymentAuthorized(Ids.next(), Ids.next(), id, 1500, "EUR", Instant.now());
    }

    private static PaymentCaptured captured(UUID id) {
        return new PaymentCaptured(Ids.next(), Ids.next(), id, 1500, "EUR", Instant.now());
    }
}
