package dev.banyan.runtime.events;

import dev.banyan.runtime.events.Publication.Lane;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the database said of a row that was just written.
 *
 * @param claim the instance that delivers it: the one that has what waits before it, else this one
 * @param previous the position before it in its lane, delivered or not; null when there was none
 * @param waitMillis how long until a timer is due; 0 when it is, and for events
 */
record WrittenPublication(
        PendingEvent event,
        String subscriber,
        long position,
        UUID claim,
        @Nullable Long previous,
        long waitMillis) {
    Lane lane() {
        return new Lane(subscriber, event.type().publisher(), event.key());
    }

    /** @param loopback whether the listener reads what was stored instead of getting the published object */
    Publication publication(boolean loopback) {
        return new Publication(
                position,
                event.eventId(),
                lane(),
                event.type().name(),
                loopback ? event.payload() : "",
                loopback ? null : event.event(),
                event.context(),
                0,
                previous,
                System.nanoTime());
    }
}
