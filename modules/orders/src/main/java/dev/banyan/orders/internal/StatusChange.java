package dev.banyan.orders.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A status that an order reached. */
record StatusChange(
        OrderStatus status,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CancelReason reason) {}
