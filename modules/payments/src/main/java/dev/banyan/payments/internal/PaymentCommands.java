package dev.banyan.payments.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.ModuleException;
import dev.banyan.payments.AuthorizePayment;
import dev.banyan.payments.CancelPayment;
import dev.banyan.payments.PaymentNotFoundException;
import dev.banyan.payments.RefundPayment;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules ask for: each command is written down with what has to follow from it, and carried out by {@link ProviderSteps}. */
@Service
class PaymentCommands {
    private static final String CARD = "card";

    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final FollowUps followUps;
    private final Tokens tokens;
    private final Providers providers;

    PaymentCommands(
            PaymentRepository payments,
            RefundRepository refunds,
            FollowUps followUps,
            Tokens tokens,
            Providers providers) {
        this.payments = payments;
        this.refunds = refunds;
        this.followUps = followUps;
        this.tokens = tokens;
        this.providers = providers;
    }

    /** The first command for an order counts; cancelled before, it never starts. */
    @Transactional
    public void authorize(AuthorizePayment command) {
        requireMethod(command.method());
        var details = new PaymentDetails(
                Ids.next(), command.orderId(), providers.preferred(), command.method(), command.amount());
        var token = tokens.seal(details.id(), command.token());
        if (payments.insert(details, Standing.requested(), token, followUps.now())) {
            followUps.start(command.orderId());
        }
    }

    @Transactional
    public void capture(UUID orderId) {
        var payment = locked(orderId);
        var before = payment.standing();
        payment.capture();
        if (!payment.standing().equals(before)) {
            payments.update(payment);
            followUps.after(payment);
        }
    }

    @Transactional
    public void cancel(CancelPayment command) {
        var now = followUps.now();
        var found = payments.lock(command.orderId());
        if (found.isEmpty()) {
            var details =
                    new PaymentDetails(Ids.next(), command.orderId(), providers.preferred(), CARD, command.amount());
            if (payments.insert(details, Standing.neverWanted(), null, now)) {
                followUps.publish(PaymentEvents.voided(new Payment(details, Standing.neverWanted()), now));
                return;
            }
        }
        cancel(found.orElseGet(() -> locked(command.orderId())), now);
    }

    /** Once per refund id; it counts against what is left from now on, until it fails. */
    @Transactional
    public void refund(RefundPayment command) {
        var payment = locked(command.orderId());
        if (refunds.exists(command.refundId())) {
            return;
        }
        payment.requestRefund(command.amount());
        var refund = new Refund(
                command.refundId(), payment.details().id(), command.amount().amount());
        refunds.insert(refund, command.reason(), followUps.now());
        payments.update(payment);
        followUps.after(payment);
    }

    private void cancel(Payment payment, Instant now) {
        var before = payment.standing();
        var event = payment.cancel(now);
        if (!payment.standing().equals(before)) {
            payments.update(payment);
            event.ifPresent(followUps::publish);
            followUps.after(payment);
        }
    }

    private static void requireMethod(String method) {
        if (!method.equals(CARD)) {
            throw new ModuleException(
                    ModuleException.Kind.INVALID, "payments.method-unsupported", "Pay by the method " + CARD);
        }
    }

    private Payment locked(UUID orderId) {
        return payments.lock(orderId).orElseThrow(() -> new PaymentNotFoundException(orderId));
    }
}
