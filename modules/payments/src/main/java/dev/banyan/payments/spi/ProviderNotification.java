package dev.banyan.payments.spi;

import dev.banyan.kernel.Money;

/**
 * What a webhook tells. May come twice, late, out of order, and before the answer to the command that caused it.
 *
 * @param id the provider's, the same when the webhook is repeated
 * @param reference the payment it is about, or the refund
 */
public record ProviderNotification(String id, Type type, String reference, Money amount) {
    /** What happened at the provider. */
    public enum Type {
        AUTHORIZED,
        CAPTURED,
        DECLINED,
        VOIDED,
        REFUNDED
    }
}
