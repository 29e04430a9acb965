package dev.banyan.users.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sessions in the database: a sign-in takes two short transactions, so that none is open while the password is checked. */
@Service
class SessionService {
    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final SignInGuard guard;
    private final Clock clock;

    SessionService(AccountRepository accounts, SessionRepository sessions, SignInGuard guard, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.guard = guard;
        this.clock = clock;
    }

    /** The account to sign in to, which need not exist; 429 past a limit. */
    @Transactional(readOnly = true)
    Optional<Account> begin(SignInAttempt attempt) {
        var account = accounts.findByEmail(attempt.email());
        refusePastLimit(attempt, account);
        return account;
    }

    /** Notes a wrong password; how long to wait when a limit was reached meanwhile. */
    @Transactional
    Optional<Duration> fail(SignInAttempt attempt, Optional<Account> account) {
        return guard.failed(attempt, account) ? Optional.empty() : Optional.of(Limit.SIGN_IN.interval());
    }

    /** Opens a session after a right password. Whoever guessed it among many tries at once gets no further than the limit. */
    @Transactional
    void open(Account account, RefreshToken token, SignInAttempt attempt) {
        refusePastLimit(attempt, Optional.of(account));
        if (!sessions.open(account, token, now())) {
            throw new BadCredentialsException();
        }
        guard.succeeded(attempt, account.id(), now());
    }

    /** The account whose session goes on with {@code next}. Empty: {@code used} was no good, and its family has ended. */
    @Transactional
    Optional<Account> rotate(RefreshToken used, RefreshToken next) {
        var account = sessions.rotate(used, next, now());
        if (account.isEmpty()) {
            sessions.end(used);
        }
        return account;
    }

    @Transactional
    void end(RefreshToken token) {
        sessions.end(token);
    }

    private void refusePastLimit(SignInAttempt attempt, Optional<Account> account) {
        guard.wait(attempt, account).ifPresent(wait -> {
            throw new RateLimitedException(wait);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
