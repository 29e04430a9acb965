package dev.banyan.runtime.data;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The database's time, which all instances share, as far as this process's own clock and an offset tell it. So an instance whose clock is
 * wrong decides like the others what is due, expired or late. May be used by any thread.
 */
public final class DatabaseClock extends Clock {
    /** Less is the network's doing, and not worth a jump. */
    private static final Duration TOLERANCE = Duration.ofMillis(250);

    private final Clock own;
    private volatile Duration offset = Duration.ZERO;

    public DatabaseClock(Clock own) {
        this.own = own;
    }

    /** Takes over what the database's clock said a moment ago. */
    public void observe(Instant databaseTime) {
        var ahead = Duration.between(instant(), databaseTime);
        if (ahead.abs().compareTo(TOLERANCE) > 0) {
            offset = offset.plus(ahead);
        }
    }

    @Override
    public Instant instant() {
        return own.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Times are UTC");
    }
}
