package dev.banyan.users.internal;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts attempts against their limits, for all instances together: a leaky bucket per limit and subject. Only counting writes. */
@Repository
class Attempts {
    private final JdbcClient jdbc;
    private final KeyedHash hash;
    private final Clock clock;

    Attempts(JdbcClient jdbc, KeyedHash hash, Clock clock) {
        this.jdbc = jdbc;
        this.hash = hash;
        this.clock = clock;
    }

    /** Counts one more, if it is within the limit; of many at once no more than the limit are. */
    boolean count(Limit limit, String subject) {
        var now = clock.instant();
        return jdbc.sql("""
                INSERT INTO users.attempt AS a (key, drained_at) VALUES (:key, :first)
                ON CONFLICT (key) DO UPDATE
                   SET drained_at = greatest(a.drained_at, :now) + make_interval(secs => :interval)
                 WHERE greatest(a.drained_at, :now) + make_interval(secs => :interval) <= :full
                """)
                        .param("key", key(limit, subject))
                        .param("first", now.plus(limit.interval()).atOffset(UTC))
                        .param("now", now.atOffset(UTC))
                        .param("interval", (double) limit.interval().toSeconds())
                        .param("full", now.plus(limit.depth()).atOffset(UTC))
                        .update()
                == 1;
    }

    /** How long until one more is within the limit, empty when it is now. */
    Optional<Duration> wait(Limit limit, String subject) {
        return drainedAt(limit, subject)
                .map(drained -> Duration.between(
                        clock.instant(), drained.plus(limit.interval()).minus(limit.depth())))
                .filter(Duration::isPositive);
    }

    void forget(Limit limit, String subject) {
        jdbc.sql("DELETE FROM users.attempt WHERE key = :key")
                .param("key", key(limit, subject))
                .update();
    }

    int deleteDrained(Instant now) {
        return jdbc.sql("DELETE FROM users.attempt WHERE drained_at < :now")
                .param("now", now.atOffset(UTC))
                .update();
    }

    private Optional<Instant> drainedAt(Limit limit, String subject) {
        return jdbc.sql("SELECT drained_at FROM users.attempt WHERE key = :key")
                .param("key", key(limit, subject))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private String key(Limit limit, String subject) {
        var code = limit.name().toLowerCase(Locale.ROOT);
        return code + ":" + hash.of(code + "\n" + subject.toLowerCase(Locale.ROOT));
    }
}
