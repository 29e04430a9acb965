package dev.banyan.orders.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.Money;
import dev.banyan.payments.AuthorizePayment;
import dev.banyan.payments.CancelPayment;
import dev.banyan.payments.PaymentCommand;
import dev.banyan.payments.PaymentsApi;
import dev.banyan.payments.RefundPayment;
import dev.banyan.payments.events.PaymentAuthorized;
import dev.banyan.payments.events.PaymentCaptured;
import dev.banyan.payments.events.PaymentDeclined;
import dev.banyan.payments.events.PaymentRefunded;
import dev.banyan.payments.events.PaymentVoided;
import dev.banyan.payments.events.RefundFailed;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Payments in memory, as {@link PaymentsApi} promises them. {@code tok_approve} goes through, {@code tok_decline} and {@code
 * tok_timeout} don't, {@code tok_other_amount} is authorized for a cent less, {@code tok_wait} waits for {@link #approve},
 * {@code tok_no_refund} refuses refunds.
 */
final class FakePayments implements PaymentsApi {
    private final Map<UUID, Payment> payments = new HashMap<>();
    private final Set<UUID> refunds = new HashSet<>();
    private final Consumer<Object> events;

    FakePayments(Consumer<Object> events) {
        this.events = events;
    }

    /** {@code NONE}, {@code PENDING}, {@code AUTHORIZED}, {@code CAPTURED}, {@code DECLINED} or {@code VOIDED}. */
    synchronized String state(UUID orderId) {
        var payment = payments.get(orderId);
        return payment == null ? "NONE" : payment.state;
    }

    /** What the shop has of the buyer's money. */
    synchronized long kept(UUID orderId) {
        var payment = payments.get(orderId);
        return payment == null ? 0 : payment.captured - payment.refunded;
    }

    synchronized @Nullable String token(UUID orderId) {
        return payment(orderId).token;
    }

    synchronized void approve(UUID orderId) {
        var payment = payment(orderId);
        payment.state = "AUTHORIZED";
        events.accept(authorized(orderId, payment.amount.amount()));
    }

    @Override
    public synchronized void authorize(AuthorizePayment command) {
        var id = command.orderId();
        if (payments.containsKey(id)) {
            return;
        }
        payments.put(id, new Payment(command.amount(), command.token()));
        switch (command.token()) {
            case "tok_decline" -> decline(id, "declined");
            case "tok_timeout" -> decline(id, "timeout");
            case "tok_wait" -> {}
            case "tok_other_amount" ->
                events.accept(authorized(id, command.amount().amount() - 1));
            default -> approve(id);
        }
    }

    @Override
    public synchronized void capture(PaymentCommand command) {
        var payment = payment(command.orderId());
        if (payment.state.equals("AUTHORIZED")) {
            payment.state = "CAPTURED";
            payment.captured = payment.amount.amount();
            events.accept(new PaymentCaptured(
                    Ids.next(), Ids.next(), command.orderId(), payment.captured, currency(payment), Instant.now()));
        }
    }

    @Override
    public synchronized void cancel(CancelPayment command) {
        var id = command.orderId();
        var payment = payments.computeIfAbsent(id, absent -> new Payment(command.amount(), null));
        switch (payment.state) {
            case "PENDING", "AUTHORIZED" -> {
                payment.state = "VOIDED";
                events.accept(new PaymentVoided(
                        Ids.next(), Ids.next(), id, payment.amount.amount(), currency(payment), Instant.now()));
            }
            case "CAPTURED" -> {
                var rest = payment.captured - payment.refunded;
                if (rest > 0) {
                    payment.refunded = payment.captured;
                    events.accept(refunded(id, null, rest));
                }
                payment.cancelled = true;
            }
            default -> {}
        }
    }

    @Override
    public synchronized void refund(RefundPayment command) {
        if (!refunds.add(command.refundId())) {
            return;
        }
        var payment = payment(command.orderId());
        var amount = command.amount().amount();
        if (payment.cancelled || amount > payment.captured - payment.refunded) {
            refunds.remove(command.refundId());
            throw new ModuleException(ModuleException.Kind.CONFLICT, "payments.not-refundable", "Too much");
        }
        if ("tok_no_refund".equals(payment.token)) {
            events.accept(new RefundFailed(
                    Ids.next(),
                    Ids.next(),
                    command.orderId(),
                    command.refundId(),
                    amount,
                    currency(payment),
                    Instant.now()));
            return;
        }
        payment.refunded += amount;
        events.accept(refunded(command.orderId(), command.refundId(), amount));
    }

    private void decline(UUID id, String reason) {
        var payment = payment(id);
        payment.state = reason.equals("timeout") ? "VOIDED" : "DECLINED";
        events.accept(new PaymentDeclined(
                Ids.next(), Ids.next(), id, payment.amount.amount(), currency(payment), reason, Instant.now()));
    }

    private PaymentAuthorized authorized(UUID id, long amount) {
        return new PaymentAuthorized(Ids.next(), Ids.next(), id, amount, currency(payment(id)), Instant.now());
    }

    private PaymentRefunded refunded(UUID id, @Nullable UUID refundId, long amount) {
        var payment = payment(id);
        return new PaymentRefunded(
                Ids.next(), Ids.next(), id, refundId, amount, currency(payment), payment.refunded, Instant.now());
    }

    private Payment payment(UUID id) {
        return Objects.requireNonNull(payments.get(id));
    }

    private static String currency(Payment payment) {
        return payment.amount.currency();
    }

    private static final class Payment {
        final Money amount;
        final @Nullable String token;
        String state = "PENDING";
        long captured;
        long refunded;
        boolean cancelled;

        Payment(Money amount, @Nullable String token) {
            this.amount = amount;
            this.token = token;
        }
    }
}
