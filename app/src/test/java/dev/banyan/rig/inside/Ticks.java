package dev.banyan.rig.inside;

import dev.banyan.kernel.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes numbered events. */
@Service
class Ticks {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Ticks(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The next number of {@code key}; rolled back after the event was published when {@code rollback}. */
    @Transactional
    public long next(String key, int faults, boolean rollback) {
        long n = jdbc.sql("""
                        INSERT INTO rig.keys AS k (key, n) VALUES (:key, 1)
                        ON CONFLICT (key) DO UPDATE SET n = k.n + 1 RETURNING n
                        """).param("key", key).query(Long.class).single();
        var event = new Ticked(Ids.next(), key, n, faults);
        jdbc.sql("INSERT INTO rig.ticks (event_id, key, n) VALUES (:id, :key, :n)")
                .param("id", event.eventId())
                .param("key", key)
                .param("n", n)
                .update();
        events.publishEvent(event);
        if (rollback) {
            throw new RolledBackException();
        }
        return n;
    }

    /** As asked for. */
    static final class RolledBackException extends RuntimeException {}
}
