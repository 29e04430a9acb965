package dev.banyan.users.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down per account, per network address and per pair of both. Where the owner has been before only the pair
 * counts: neither an attack on the account from elsewhere nor a noisy neighbour locks them out. Elsewhere an attack on the
 * account leaves each network address one attempt at a time.
 */
@Component
class SignInGuard {
    /** Asked about in the place of an account that doesn't exist, so that the time tells nothing. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final Set<Limit> ALL = EnumSet.of(Limit.SIGN_IN, Limit.SIGN_IN_ACCOUNT, Limit.SIGN_IN_ADDRESS);
    private static final Set<Limit> WHERE_KNOWN = EnumSet.of(Limit.SIGN_IN);

    private final Attempts attempts;
    private final KnownAddresses known;

    SignInGuard(Attempts attempts, KnownAddresses known) {
        this.attempts = attempts;
        this.known = known;
    }

    /** How long to wait before another attempt, empty when it may be made now. */
    Optional<Duration> wait(SignInAttempt attempt, Optional<Account> account) {
        return limits(attempt, account).stream()
                .flatMap(limit -> wait(attempt, limit).stream())
                .max(Duration::compareTo);
    }

    /** Counts a failure; false when a limit was reached meanwhile, so that its outcome must not be told. */
    boolean failed(SignInAttempt attempt, Optional<Account> account) {
        var within = EnumSet.noneOf(Limit.class);
        for (var limit : ALL) {
            if (count(attempt, limit)) {
                within.add(limit);
            }
        }
        return within.containsAll(limits(attempt, account));
    }

    /** The owner was there: that address is theirs, and their own slips are forgotten. */
    void succeeded(SignInAttempt attempt, UUID account, Instant now) {
        attempts.forget(Limit.SIGN_IN, attempt.subject(Limit.SIGN_IN));
        known.remember(account, attempt.address(), now);
    }

    private Set<Limit> limits(SignInAttempt attempt, Optional<Account> account) {
        return known.contains(account.map(Account::id).orElse(NOBODY), attempt.address()) ? WHERE_KNOWN : ALL;
    }

    private Optional<Duration> wait(SignInAttempt attempt, Limit limit) {
        var wait = attempts.wait(limit, attempt.subject(limit));
        return limit == Limit.SIGN_IN_ACCOUNT && wait.isPresent() ? wait(attempt, Limit.SIGN_IN_RESERVE) : wait;
    }

    private boolean count(SignInAttempt attempt, Limit limit) {
        return attempts.count(limit, attempt.subject(limit))
                || (limit == Limit.SIGN_IN_ACCOUNT && count(attempt, Limit.SIGN_IN_RESERVE));
    }
}
