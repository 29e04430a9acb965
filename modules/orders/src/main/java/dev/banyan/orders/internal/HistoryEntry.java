package dev.banyan.orders.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order, for staff to read.
 *
 * @param value the status reached, or the note's code
 * @param by who caused it: {@code user:<id>}, {@code api-key:<id>}, {@code guest}, {@code system}
 */
record HistoryEntry(
        Kind kind,
        String value,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        String by,
        Instant at) {
    static final String SYSTEM = "system";

    /** What an entry tells about. */
    enum Kind {
        STATUS,
        PAYMENT,
        REFUND,
        NOTE
    }
}
