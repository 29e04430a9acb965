package dev.banyan.users.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down per account, per network address and per pair of both. Where the owner has signed in before only the
 * pair counts: neither an attack on the account from elsewhere nor a noisy neighbour locks them out.
 */
@Component
class SignInGuard {
    private static final List<Limit> ALL = List.of(Limit.SIGN_IN, Limit.SIGN_IN_ACCOUNT, Limit.SIGN_IN_ADDRESS);
    private static final List<Limit> WHERE_KNOWN = List.of(Limit.SIGN_IN);

    private final Attempts attempts;
    private final KnownAddresses known;

    SignInGuard(Attempts attempts, KnownAddresses known) {
        this.attempts = attempts;
        this.known = known;
    }

    /** How long to wait before another attempt, empty when it may be made now. */
    Optional<Duration> wait(SignInAttempt attempt, Optional<Account> account) {
        boolean home = account.isPresent() && known.contains(account.get().id(), attempt.address());
        return (home ? WHERE_KNOWN : ALL)
                .stream()
                        .flatMap(limit -> attempts.wait(limit, attempt.subject(limit)).stream())
                        .max(Duration::compareTo);
    }

    /** Counts a failure; false when a limit was reached meanwhile, so that its outcome must not be told. */
    boolean failed(SignInAttempt attempt) {
        boolean pair = attempts.count(Limit.SIGN_IN, attempt.subject(Limit.SIGN_IN));
        attempts.count(Limit.SIGN_IN_ACCOUNT, attempt.subject(Limit.SIGN_IN_ACCOUNT));
        attempts.count(Limit.SIGN_IN_ADDRESS, attempt.subject(Limit.SIGN_IN_ADDRESS));
        return pair;
    }

    /** The owner was there: that address is theirs, and their own slips are forgotten. */
    void succeeded(SignInAttempt attempt, UUID account, Instant now) {
        attempts.forget(Limit.SIGN_IN, attempt.subject(Limit.SIGN_IN));
        known.remember(account, attempt.address(), now);
    }
}
