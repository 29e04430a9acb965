package dev.banyan.users.internal;

import dev.banyan.runtime.events.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what has expired, every hour, in one of the instances. */
@Service
class AccountHousekeeping {
    private static final String KEY = "users";
    private static final Duration PERIOD = Duration.ofHours(1);

    private final SessionRepository sessions;
    private final ResetTokenRepository resetTokens;
    private final Attempts attempts;
    private final KnownAddresses knownAddresses;
    private final KeyRing keys;
    private final Timers timers;
    private final Clock clock;

    AccountHousekeeping(
            SessionRepository sessions,
            ResetTokenRepository resetTokens,
            Attempts attempts,
            KnownAddresses knownAddresses,
            KeyRing keys,
            Timers timers,
            Clock clock) {
        this.sessions = sessions;
        this.resetTokens = resetTokens;
        this.attempts = attempts;
        this.knownAddresses = knownAddresses;
        this.keys = keys;
        this.timers = timers;
        this.clock = clock;
    }

    /** Tidies up soon, and from then on every hour. */
    @Transactional
    void begin() {
        timers.schedule(KEY, clock.instant(), new HousekeepingDue());
    }

    @Transactional
    void tidyUp() {
        Instant now = clock.instant();
        sessions.deleteExpired(now);
        resetTokens.deleteExpired(now);
        attempts.deleteDrained();
        knownAddresses.deleteForgotten(now);
        keys.deleteEnded();
        timers.schedule(KEY, now.plus(PERIOD), new HousekeepingDue());
    }
}
