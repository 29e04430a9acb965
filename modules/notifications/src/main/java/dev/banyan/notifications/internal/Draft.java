package dev.banyan.notifications.internal;

import dev.banyan.notifications.spi.MessageChannel;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to be written: what its template needs. The values may hold a secret, so they are not printed.
 *
 * @param eventId the event that it follows from: one message per event and channel
 * @param deliverUntil when it is of no use any more, null: as usual
 */
record Draft(
        UUID eventId,
        MessageKind kind,
        String channel,
        String to,
        @Nullable UUID orderId,
        Map<String, Object> values,
        @Nullable Instant deliverUntil) {
    Draft {
        values = Map.copyOf(values);
    }

    static Draft mail(UUID eventId, MessageKind kind, String to, Map<String, Object> values) {
        return new Draft(eventId, kind, MessageChannel.MAIL, to, null, values, null);
    }

    Draft aboutOrder(UUID order) {
        return new Draft(eventId, kind, channel, to, order, values, deliverUntil);
    }

    Draft over(String otherChannel, String address) {
        return new Draft(eventId, kind, otherChannel, address, orderId, values, deliverUntil);
    }

    Draft until(Instant end) {
        return new Draft(eventId, kind, channel, to, orderId, values, end);
    }

    @Override
    public String toString() {
        return "Draft[%s for %s over %s]".formatted(kind.code(), eventId, channel);
    }
}
