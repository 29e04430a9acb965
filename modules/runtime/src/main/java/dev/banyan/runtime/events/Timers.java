package dev.banyan.runtime.events;

import java.time.Instant;

/**
 * Durable "tell me at this time". A timer is a record with jMolecules' {@code @DomainEvent(namespace, name)}, handled by
 * an {@code @ApplicationModuleListener} of the module that scheduled it, with the guarantees of an event: never lost,
 * effects once, retried. Timers of one listener class and key are delivered one at a time; one that isn't due blocks
 * nobody.
 */
public interface Timers {
    /**
     * Schedules {@code timer}, replacing the one of the same record type and key that waits. Part of the current
     * transaction, without which it throws. The time is the database's: one far in the past,
     * such as {@link Instant#EPOCH}, means at once whatever this process's clock says.
     */
    void schedule(String key, Instant due, Record timer);

    /**
     * Cancels the timer of that type and key, as part of the current transaction.
     *
     * @return false when there was none: never scheduled, delivered already, or cancelled before
     */
    boolean cancel(Class<? extends Record> type, String key);
}
