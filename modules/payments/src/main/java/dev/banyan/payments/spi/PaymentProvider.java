package dev.banyan.payments.spi;

import java.util.Optional;

/**
 * Another company that moves money. Every command carries our key and is carried out once per key: a repeat answers what the
 * first one decided. Called without a transaction, on a thread that is interrupted when the time is up; whether the command
 * took effect is unknown then, and {@link #outcome} is asked. A {@link ProviderUnavailableException}, like any other runtime
 * exception, means the same: not known, try again.
 */
public interface PaymentProvider {
    /** Stable and short: stored with each payment, and the last segment of the webhook's path. */
    String name();

    /** Asks for the amount to be held. After the key was released, it never is. */
    ProviderOutcome authorize(ProviderAuthorization authorization);

    /** Takes what is held, in full. */
    ProviderOutcome capture(ProviderCommand command);

    /**
     * Gives up what is held or will be held under the authorization's key, also when the authorization is undecided, was declined
     * or never arrived. Declined with {@link ProviderOutcome#ALREADY_CAPTURED} when it is too late.
     */
    ProviderOutcome release(ProviderCommand command);

    /** Gives back a part of what was captured. */
    ProviderOutcome refund(ProviderCommand command);

    /** What became of the command with this key; empty when it is not decided, or never arrived. */
    Optional<ProviderOutcome> outcome(String key);

    /**
     * Checks who sent a webhook, in constant time, then reads it. Empty when it tells nothing that matters here.
     *
     * @throws WebhookRejectedException when the signature is missing, wrong or too old
     * @throws WebhookMalformedException when it is signed but can't be read
     */
    Optional<ProviderNotification> read(WebhookRequest request);
}
