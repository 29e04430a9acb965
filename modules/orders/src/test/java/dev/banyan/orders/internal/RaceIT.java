package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.runtime.testing.Race;
import dev.banyan.runtime.testing.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Real threads against each other, many times over. */
class RaceIT extends OrdersIT {
    private static final int SEEDS = 60;

    @Autowired
    Refunding refunding;

    @Test
    void aCancellationWinsAgainstPaymentWheneverItComes() {
        var tasks = IntStream.range(0, SEEDS)
                .<Callable<GuestOrder>>mapToObj(seed -> () -> {
                    var order =
                            ordered("tok_approve", placed -> seed % 6 > 0 || placed.status() == OrderStatus.CONFIRMED);
                    LockSupport.parkNanos(
                            Duration.ofMillis(new Random(seed).nextInt(40)).toNanos());
                    assertThat(post(order.path() + "/cancel", null, "X-Order-Token", order.token()))
                            .hasStatus(200);
                    return order;
                })
                .toList();
        var confirmedFirst = 0;
        for (int at = 0; at < tasks.size(); at += 12) {
            for (var result : Race.together(tasks.subList(at, at + 12))) {
                assertThat(result).isInstanceOf(GuestOrder.class);
                confirmedFirst += assertCancelled((GuestOrder) result) ? 1 : 0;
            }
        }
        assertThat(confirmedFirst).as("cancelled after it was confirmed").isBetween(1, SEEDS - 1);
    }

    @Test
    void anOrderIsEitherShippedOrCancelled() {
        var staff = TestCallers.staff();
        for (int round = 0; round < 15; round++) {
            var order = confirmed();

            var results = Race.together(List.<Callable<MvcTestResult>>of(
                    () -> post(staff, order.adminPath() + "/shipments", "{}"),
                    () -> post(order.path() + "/cancel", null, "X-Order-Token", order.token())));

            var shipped = status(results.getFirst()) == 201;
            assertThat(results).extracting(RaceIT::status).isEqualTo(shipped ? List.of(201, 409) : List.of(409, 200));
            assertThat(view(order.id()).status()).isEqualTo(shipped ? OrderStatus.SHIPPED : OrderStatus.CANCELLED);
            assertThat(modules.inventory.state(order.id())).isEqualTo(shipped ? "SHIPPED" : "RELEASED");
        }
    }

    @Test
    void refundsNeverExceedWhatWasCaptured() {
        for (int round = 0; round < 5; round++) {
            var order = confirmed();

            var results = Race.together(IntStream.range(0, 10)
                    .<Callable<Refund>>mapToObj(i -> () -> refunding.request(
                            Ids.next(), order.id(), OrderAccess.SYSTEM, new Money(400, "EUR"), "broken"))
                    .toList());

            assertThat(results).filteredOn(Refund.class::isInstance).hasSize(3);
            assertThat(results)
                    .filteredOn(OrderRefusedException.class::isInstance)
                    .hasSize(7);
            await().until(() -> modules.payments.kept(order.id()) == 300);
            await().until(() ->
                    details.get(order.id(), OrderAccess.SYSTEM).refunded().amount() == 1200);
        }
    }

    @Test
    void oneRefundAskedForTenTimesAtOnceIsOne() {
        var order = confirmed();
        var refundId = Ids.next();

        var results = Race.together(IntStream.range(0, 10)
                .<Callable<Refund>>mapToObj(i -> () ->
                        refunding.request(refundId, order.id(), OrderAccess.SYSTEM, new Money(400, "EUR"), "broken"))
                .toList());

        assertThat(results).extracting(refund -> ((Refund) refund).id()).containsOnly(refundId);
        awaitPayment(order.id(), PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(modules.payments.kept(order.id())).isEqualTo(1100);
    }

    /** Returns whether it had been confirmed before. */
    private boolean assertCancelled(GuestOrder order) {
        var id = order.id();
        awaitOrder(
                id,
                placed -> placed.status() == OrderStatus.CANCELLED
                        && (placed.paymentStatus() == PaymentStatus.VOIDED
                                || placed.paymentStatus() == PaymentStatus.REFUNDED));
        var timeline = timeline(id);
        var fence = timeline.indexOf("cancel-requested");
        assertThat(timeline.lastIndexOf("CONFIRMED")).isLessThan(fence);
        assertThat(modules.inventory.state(id)).isEqualTo("RELEASED");
        assertThat(modules.inventory.left(order.cart().lines().getFirst().sku()))
                .isEqualTo(10);
        assertThat(modules.payments.kept(id)).isZero();
        return timeline.contains("CONFIRMED");
    }

    private static int status(Object result) {
        return ((MvcTestResult) result).getResponse().getStatus();
    }
}
