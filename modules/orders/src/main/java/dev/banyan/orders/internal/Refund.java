package dev.banyan.orders.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.banyan.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/** An amount asked to be given back, with its outcome. */
record Refund(UUID id, @JsonIgnore UUID orderId, Status status, Money amount, String reason, Instant createdAt) {
    /** A refund's outcome, open at first. */
    enum Status {
        PENDING,
        SUCCEEDED,
        FAILED
    }
}
