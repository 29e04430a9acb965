package dev.banyan.payments.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The webhooks that the sandbox has to send, kept until somebody took them. */
final class WebhookQueue {
    private final JdbcClient jdbc;

    WebhookQueue(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** One webhook for each authorization, however often it is asked for. */
    void add(Entry entry, @Nullable String url, Duration delay) {
        jdbc.sql("""
                        INSERT INTO sandbox.webhooks (id, authorization_key, url, due_at)
                        VALUES (:id, :key, :url, now() + :delay * interval '1 ms') ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", "evt_" + entry.reference())
                .param("key", entry.key())
                .param("url", url)
                .param("delay", delay.toMillis())
                .update();
    }

    /** Takes what is due, and puts its next try off for the time that this one may take, and longer each time. */
    List<Due> take() {
        return jdbc.sql("""
                        UPDATE sandbox.webhooks w
                           SET tries = w.tries + 1,
                               due_at = now() + least(power(2, least(w.tries, 5)), 30) * interval '1 s'
                         WHERE w.id IN (SELECT id FROM sandbox.webhooks
                                         WHERE NOT done AND due_at <= now() ORDER BY due_at LIMIT 20 FOR UPDATE SKIP LOCKED)
                        RETURNING w.id, w.authorization_key, w.url, w.created_at
                        """).query((row, n) -> due(row)).list();
    }

    /** Approves what the webhook is about; empty when that was released meanwhile. */
    Optional<Entry> approve(Due due) {
        return jdbc.sql("""
                        UPDATE sandbox.authorizations SET state = 'APPROVED'
                         WHERE key = :key AND state IN ('PENDING', 'APPROVED') RETURNING *
                        """)
                .param("key", due.authorizationKey())
                .query((row, n) -> Entry.of(row))
                .optional();
    }

    void done(Due due) {
        jdbc.sql("UPDATE sandbox.webhooks SET done = true WHERE id = :id")
                .param("id", due.id())
                .update();
    }

    /** How long until the next one is due; empty when none waits. */
    Optional<Duration> next() {
        return jdbc.sql("""
                        SELECT ceil(extract(epoch FROM min(due_at) - now()) * 1000)::bigint
                          FROM sandbox.webhooks WHERE NOT done HAVING min(due_at) IS NOT NULL
                        """)
                .query((row, n) -> Duration.ofMillis(Math.max(0, row.getLong(1))))
                .optional();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getString("id"),
                row.getString("authorization_key"),
                row.getString("url"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** A webhook whose time has come. */
    record Due(String id, String authorizationKey, @Nullable String url, Instant createdAt) {}
}
