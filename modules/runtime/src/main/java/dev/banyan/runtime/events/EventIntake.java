package dev.banyan.runtime.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands events that another process has published to the subscribers of this one: the same delivery from there on. */
public interface EventIntake {
    /** Who among a module's subscribers handles the type; empty when nobody does. */
    List<String> subscribersOf(String module, String type);

    /** Who among a module's subscribers handles the type in another version only; empty when nobody does. */
    List<String> subscribersOfAnotherVersion(String module, String type);

    /** Why a payload doesn't fit its type's record, or null when it does. Nothing of what it holds is told. */
    @Nullable
    String misfit(String subscriber, String type, String payload);

    /** Writes an event for subscribers that handle its type at the end of the current transaction; after what was added before. */
    void add(Received event);

    /** Writes an event that nobody tries to deliver: it waits for staff, and its key behind it. Part of the current transaction. */
    void park(Received event, String reason);

    /**
     * An event as it was received.
     *
     * @param type its name with its version
     * @param origin where it comes from: trace and acting user
     */
    record Received(
            UUID eventId,
            String type,
            String publisher,
            String key,
            String payload,
            EventOrigin origin,
            List<String> subscribers) {}
}
