package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.orders.events.OrderCancelled;
import dev.banyan.orders.events.OrderRefunded;
import dev.banyan.runtime.testing.TestCallers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CancelOrderApiIT extends OrdersIT {
    @Test
    void cancelsAnOrderThatIsNotPaid() {
        var order = ordered("tok_wait", pending -> true);
        awaitPaymentAsked(order.id());

        var answer = cancel(order);

        assertThat(answer).hasStatus(200);
        assertThat(text(answer, "$.status")).isEqualTo("CANCELLED");
        assertThat(text(answer, "$.cancelReason")).isEqualTo("customer");
        assertThat(text(answer, "$.history[1].reason")).isEqualTo("customer");
        assertThat(modules.inventory.state(order.id())).isEqualTo("RELEASED");
        assertThat(modules.carts.state(order.cart().id())).isEqualTo("OPEN");
        awaitPayment(order.id(), PaymentStatus.VOIDED);
        assertThat(records.keepsCardToken(order.id())).isFalse();
        assertThat(records.published(OrderCancelled.class))
                .filteredOn(event -> event.orderId().equals(order.id()))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("customer"));
    }

    @Test
    void cancelsAPaidOrderAndGivesTheMoneyBack() {
        var order = confirmed();

        assertThat(text(cancel(order), "$.status")).isEqualTo("CANCELLED");

        awaitPayment(order.id(), PaymentStatus.REFUNDED);
        assertThat(modules.payments.kept(order.id())).isZero();
        assertThat(modules.carts.state(order.cart().id())).isEqualTo("COMPLETED");
        assertThat(modules.inventory.state(order.id())).isEqualTo("RELEASED");
        assertThat(records.published(OrderRefunded.class))
                .filteredOn(event -> event.orderId().equals(order.id()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.refundId()).isNull();
                    assertThat(event.amountMinor()).isEqualTo(1500);
                });
    }

    @Test
    void cancelsOnce() {
        var order = confirmed();
        cancel(order);
        var settled = awaitPayment(order.id(), PaymentStatus.REFUNDED);

        var repeated = cancel(order);

        assertThat(repeated).hasStatus(200);
        assertThat(value(repeated, "$.version")).isEqualTo((int) settled.version());
    }

    @Test
    void cancelsOnlyWhatIsTheCallers() {
        var order = ordered("tok_wait", pending -> true);

        assertProblem(post(order.path() + "/cancel", null), 404, "orders.not-found");
        assertProblem(post(order.path() + "/cancel", null, "X-Order-Token", "wrong"), 404, "orders.not-found");
        assertProblem(post(TestCallers.customer(), order.path() + "/cancel", null), 404, "orders.not-found");
        assertThat(view(order.id()).status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void cancelsNothingThatIsShipped() {
        var order = confirmed();
        assertThat(post(TestCallers.staff(), order.adminPath() + "/shipments", "{}"))
                .hasStatus(201);

        assertProblem(cancel(order), 409, "orders.not-cancellable");
        assertThat(modules.inventory.state(order.id())).isEqualTo("SHIPPED");
    }

    @Test
    void letsACancelledCartBeOrderedAgain() {
        var order = ordered("tok_wait", pending -> true);
        cancel(order);

        var again = checkOut(order.cart(), "tok_approve");

        assertThat(again).hasStatus(201);
        awaitOrder(UUID.fromString(text(again, "$.id")), placed -> placed.status() == OrderStatus.CONFIRMED);
    }

    private MvcTestResult cancel(GuestOrder order) {
        return post(order.path() + "/cancel", null, "X-Order-Token", order.token());
    }
}
