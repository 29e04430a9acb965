package dev.banyan.payments.spi;

/** What a provider decided about a command. */
public sealed interface ProviderOutcome {
    /** The code of a release that is refused because the money was captured. */
    String ALREADY_CAPTURED = "already-captured";

    /** Done. {@code reference} is the provider's name for the payment, or for the refund. */
    record Approved(String reference) implements ProviderOutcome {}

    /** Refused for good. {@code code} is shown to staff. */
    record Declined(String code) implements ProviderOutcome {}

    /** Accepted, to be decided later; a webhook will tell. Only authorizations are ever pending. */
    record Pending(String reference) implements ProviderOutcome {}
}
