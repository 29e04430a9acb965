package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;
import dev.banyan.runtime.events.Timers;
import dev.banyan.runtime.web.InvalidRequestException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepts refunds; {@link RefundSteps} asks payments for them. */
@Service
class Refunding {
    private final OrderRepository orders;
    private final RefundRepository refunds;
    private final Timers timers;
    private final Clock clock;

    Refunding(OrderRepository orders, RefundRepository refunds, Timers timers, Clock clock) {
        this.orders = orders;
        this.refunds = refunds;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * Sets the amount aside and has it given back, once per {@code refundId}.
     *
     * @param amount null for all that is left
     */
    @Transactional
    Refund request(UUID refundId, UUID orderId, OrderAccess access, @Nullable Money amount, String reason) {
        var order = orders.lock(orderId, access);
        return refunds.find(refundId).orElseGet(() -> accept(refundId, order, access, amount, reason));
    }

    private Refund accept(UUID refundId, Order order, OrderAccess access, @Nullable Money amount, String reason) {
        var currency = order.terms().total().currency();
        if (amount != null && !amount.currency().equals(currency)) {
            throw InvalidRequestException.field("amount.currency", "invalid", "is not the order's, " + currency);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var orderId = order.terms().id();
        var granted = order.requestRefund(amount, access.by(), now);
        var refund = new Refund(refundId, orderId, Refund.Status.PENDING, granted, reason, now);
        orders.save(order);
        refunds.insert(refund);
        timers.schedule(refundId.toString(), Instant.EPOCH, new RefundOrder(refundId, orderId, granted, reason));
        return refund;
    }
}
