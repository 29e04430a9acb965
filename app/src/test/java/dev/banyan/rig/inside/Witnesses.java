package dev.banyan.rig.inside;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what subscribers are told. */
@Component
class Witnesses {
    private final JdbcClient jdbc;
    private final Map<String, AtomicInteger> faults = new ConcurrentHashMap<>();

    Witnesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a tick and then fails, as often as the tick wants it: a failure has to take the note along. */
    @Transactional
    public void note(String subscriber, Ticked event) {
        insert(subscriber, "ticked", event.eventId(), event.key(), event.n());
        var failed = faults.computeIfAbsent(subscriber + event.eventId(), first -> new AtomicInteger());
        if (failed.getAndIncrement() < event.faults()) {
            throw new IllegalStateException("a fault that the rig asked for");
        }
    }

    @Transactional
    public void note(String subscriber, String type, UUID eventId, UUID key) {
        insert(subscriber, type, eventId, key.toString(), null);
    }

    private void insert(String subscriber, String type, UUID eventId, String key, @Nullable Long n) {
        jdbc.sql(
                        "INSERT INTO rig.applied (subscriber, type, event_id, key, n) VALUES (:subscriber, :type, :id, :key, :n)")
                .param("subscriber", subscriber)
                .param("type", type)
                .param("id", eventId)
                .param("key", key)
                .param("n", n)
                .update();
    }
}
