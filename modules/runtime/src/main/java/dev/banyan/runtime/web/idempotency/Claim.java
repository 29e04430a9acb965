package dev.banyan.runtime.web.idempotency;

import java.util.UUID;

/** What a request with a key finds. */
sealed interface Claim {
    /** It is this request's to carry out {@code operation}. {@code attempt} tells it from earlier ones of the same key. */
    record Granted(UUID operation, UUID attempt) implements Claim {}

    /** It was carried out; this was the answer. */
    record Answered(StoredAnswer answer) implements Claim {}

    /** The key stands for a request with another body. */
    record Reused() implements Claim {}

    /** Another attempt is under way. */
    record InProgress() implements Claim {}
}
