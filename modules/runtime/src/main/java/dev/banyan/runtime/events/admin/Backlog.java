package dev.banyan.runtime.events.admin;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** How much waits in the database, whichever instance delivers it. */
class Backlog {
    private final JdbcClient jdbc;

    Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One subscriber's backlog. Timers that aren't due yet don't count.
     *
     * @param oldest the age of the oldest that isn't parked; zero when there is none
     */
    record Size(String subscriber, long waiting, long parked, Duration oldest) {
        double seconds() {
            return oldest.toMillis() / 1000.0;
        }
    }

    @Transactional(readOnly = true)
    List<Size> sizes() {
        return jdbc.sql("""
                        SELECT subscriber, count(*) FILTER (WHERE parked_at IS NULL) AS waiting,
                               count(*) FILTER (WHERE parked_at IS NOT NULL) AS parked,
                               coalesce(extract(epoch FROM clock_timestamp() - min(published_at) FILTER (WHERE parked_at IS NULL)), 0)
                                   AS oldest
                          FROM runtime.publications
                         WHERE due_at IS NULL OR due_at <= clock_timestamp()
                         GROUP BY subscriber
                        """)
                .query((row, number) -> new Size(
                        row.getString("subscriber"),
                        row.getLong("waiting"),
                        row.getLong("parked"),
                        Duration.ofMillis((long) (row.getDouble("oldest") * 1000))))
                .list();
    }

    @Transactional(readOnly = true)
    long parked() {
        return jdbc.sql("SELECT count(*) FROM runtime.publications WHERE parked_at IS NOT NULL")
                .query(Long.class)
                .single();
    }
}
