package dev.banyan.users.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts attempts against their limits, for all instances together and by the database's clock: a leaky bucket per limit
 * and subject. Only counting writes.
 */
@Repository
class Attempts {
    private final JdbcClient jdbc;
    private final KeyedHash hash;

    Attempts(JdbcClient jdbc, KeyedHash hash) {
        this.jdbc = jdbc;
        this.hash = hash;
    }

    /** Counts one more, if it is within the limit; of many at once no more than the limit are. */
    boolean count(Limit limit, String subject) {
        return jdbc.sql("""
                INSERT INTO users.attempt AS a (key, drained_at)
                VALUES (:key, clock_timestamp() + make_interval(secs => :interval))
                ON CONFLICT (key) DO UPDATE
                   SET drained_at = greatest(a.drained_at + make_interval(secs => :interval), excluded.drained_at)
                 WHERE a.drained_at + make_interval(secs => :interval)
                       <= excluded.drained_at + make_interval(secs => :depth - :interval)
                """)
                        .param("key", key(limit, subject))
                        .param("interval", seconds(limit.interval()))
                        .param("depth", seconds(limit.depth()))
                        .update()
                == 1;
    }

    /** How long until one more is within the limit, empty when it is now. */
    Optional<Duration> wait(Limit limit, String subject) {
        return jdbc.sql("""
                SELECT (extract(epoch FROM a.drained_at - clock_timestamp()) * 1000)::bigint
                  FROM users.attempt a WHERE a.key = :key
                """)
                .param("key", key(limit, subject))
                .query(Long.class)
                .optional()
                .map(drained ->
                        Duration.ofMillis(drained).plus(limit.interval()).minus(limit.depth()))
                .filter(Duration::isPositive);
    }

    void forget(Limit limit, String subject) {
        jdbc.sql("DELETE FROM users.attempt WHERE key = :key")
                .param("key", key(limit, subject))
                .update();
    }

    int deleteDrained() {
        return jdbc.sql("DELETE FROM users.attempt WHERE drained_at < clock_timestamp()")
                .update();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private String key(Limit limit, String subject) {
        var code = limit.name().toLowerCase(Locale.ROOT);
        return code + ":" + hash.of(code + "\n" + subject.toLowerCase(Locale.ROOT));
    }
}
