package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;
import dev.banyan.orders.internal.HistoryEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to an order since it was read. */
final class HistoryLog {
    private final List<HistoryEntry> entries = new ArrayList<>();

    void status(OrderStatus reached, @Nullable CancelReason reason, Instant at) {
        add(Kind.STATUS, reached.name(), reason == null ? null : reason.code(), HistoryEntry.SYSTEM, at);
    }

    void payment(PaymentStatus reached, Instant at) {
        add(Kind.PAYMENT, reached.name(), null, HistoryEntry.SYSTEM, at);
    }

    void refund(String state, Money amount, String by, Instant at) {
        add(Kind.REFUND, state, "%d %s".formatted(amount.amount(), amount.currency()), by, at);
    }

    void note(String code, @Nullable String text, Instant at) {
        note(code, text, HistoryEntry.SYSTEM, at);
    }

    void note(String code, @Nullable String text, String by, Instant at) {
        add(Kind.NOTE, code, text, by, at);
    }

    List<HistoryEntry> entries() {
        return List.copyOf(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    private void add(Kind kind, String value, @Nullable String reason, String by, Instant at) {
        entries.add(new HistoryEntry(kind, value, reason, by, at));
    }
}
