package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.orders.events.OrderShipped;
import dev.banyan.runtime.testing.TestCaller;
import dev.banyan.runtime.testing.TestCallers;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippingApiIT extends OrdersIT {
    private final TestCaller staff = TestCallers.staff();

    @Test
    void shipsTheWholeOrderOnce() {
        var order = confirmed();

        var answer = post(staff, order.adminPath() + "/shipments", "{\"trackingCode\": \"JD014600\"}");

        assertThat(answer).hasStatus(201);
        assertThat(text(answer, "$.orderId")).isEqualTo(order.id().toString());
        assertThat(text(answer, "$.trackingCode")).isEqualTo("JD014600");
        assertThat(view(order.id()).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(view(order.id()).fulfilmentStatus()).isEqualTo(FulfilmentStatus.FULFILLED);
        assertThat(modules.inventory.state(order.id())).isEqualTo("SHIPPED");
        assertThat(records.published(OrderShipped.class))
                .filteredOn(event -> event.orderId().equals(order.id()))
                .singleElement()
                .satisfies(event -> assertThat(event.shipmentId()).hasToString(text(answer, "$.id")));
        assertProblem(post(staff, order.adminPath() + "/shipments", "{}"), 409, "orders.not-shippable");
        assertThat(value(get(staff, order.adminPath()), "$.shipments[*].trackingCode"))
                .isEqualTo(List.of("JD014600"));
    }

    @Test
    void shipsNothingThatIsNotConfirmed() {
        var pending = ordered("tok_wait", order -> true);
        var cancelled = ordered("tok_decline", order -> order.status() == OrderStatus.CANCELLED);

        assertProblem(post(staff, pending.adminPath() + "/shipments", "{}"), 409, "orders.not-shippable");
        assertProblem(post(staff, cancelled.adminPath() + "/shipments", "{}"), 409, "orders.not-shippable");
        assertProblem(post(staff, "/api/admin/orders/" + Ids.next() + "/shipments", "{}"), 404, "orders.not-found");
        assertProblem(
                post(staff, pending.adminPath() + "/shipments", "{\"trackingCode\": \"\"}"), 400, "validation.failed");
    }

    @Test
    void doesNotShipWhatIsGone() {
        var order = confirmed();
        modules.inventory.release(new dev.banyan.inventory.ReservationCommand(order.id()));

        assertProblem(post(staff, order.adminPath() + "/shipments", "{}"), 409, "orders.not-shippable");

        assertThat(view(order.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(timeline(order.id())).endsWith("stock-missing");
        assertThat(post(staff, order.adminPath() + "/cancel", "{\"reason\": \"gone\"}"))
                .hasStatus(200);
    }
}
