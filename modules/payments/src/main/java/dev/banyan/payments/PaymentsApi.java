package dev.banyan.payments;

import dev.banyan.kernel.Command;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Payments as other modules see them: at most one per order. Commands are accepted and carried out by themselves, also after
 * a crash; the outcome comes by event ({@code PaymentAuthorized}, {@code PaymentCaptured}, …). May run in another process:
 * every call can time out or arrive twice.
 */
@HttpExchange("/internal/payments")
public interface PaymentsApi {
    /** Asks the provider for the amount. Ends in {@code PaymentAuthorized} or {@code PaymentDeclined}, at the latest after the payment's deadline; in neither when {@link #cancel} came first. */
    @Command(key = "orderId")
    @PostExchange("/authorize")
    void authorize(@RequestBody AuthorizePayment command);

    /**
     * Takes the authorized amount, in full. Ends in {@code PaymentCaptured}, unless {@link #cancel} came first.
     *
     * @throws PaymentNotFoundException when the order has no payment
     */
    @Command(key = "orderId")
    @PostExchange("/capture")
    void capture(@RequestBody PaymentCommand command) throws PaymentNotFoundException;

    /**
     * Gives all of the money back, whatever state the payment is in or gets into later: not yet authorized or authorized ends in
     * {@code PaymentVoided}, captured in {@code PaymentRefunded} without a refund id. May come before {@link #authorize}, which then does nothing.
     * Where there is nothing to give back, since the payment was declined or refunded in full before, no event follows.
     */
    @Command(key = "orderId")
    @PostExchange("/cancel")
    void cancel(@RequestBody CancelPayment command);

    /**
     * Gives a part of the captured amount back. Ends in {@code PaymentRefunded} or {@code RefundFailed} with the refund's id.
     *
     * @throws PaymentNotFoundException when the order has no payment
     * @throws RefundRefusedException when more is asked for than is left, or nothing was captured
     */
    @Command(key = "refundId")
    @PostExchange("/refund")
    void refund(@RequestBody RefundPayment command) throws PaymentNotFoundException, RefundRefusedException;
}
