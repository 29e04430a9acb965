package dev.banyan.users.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.events.Timers;
import dev.banyan.runtime.security.SecretToken;
import dev.banyan.users.IssueResetToken;
import dev.banyan.users.ResetToken;
import dev.banyan.users.UserNotFoundException;
import dev.banyan.users.events.PasswordResetRequested;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking for a new password, which ends in an event to whoever sends the message, and the token for that message. */
@Service
class PasswordResetService {
    private final AccountRepository accounts;
    private final ResetTokenRepository tokens;
    private final Attempts attempts;
    private final Timers timers;
    private final ApplicationEventPublisher events;
    private final UsersProperties properties;
    private final Clock clock;

    PasswordResetService(
            AccountRepository accounts,
            ResetTokenRepository tokens,
            Attempts attempts,
            Timers timers,
            ApplicationEventPublisher events,
            UsersProperties properties,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.attempts = attempts;
        this.timers = timers;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /** Notes the request without looking whether there is such an account; past a limit it is dropped. */
    @Transactional
    void ask(String email, String address) {
        if (attempts.count(Limit.PASSWORD_RESET_ADDRESS, address) && attempts.count(Limit.PASSWORD_RESET, email)) {
            var request = Ids.next();
            timers.schedule(request.toString(), now(), new PasswordResetAsked(request, email));
        }
    }

    /** Tells that the account's owner asked for a new password, if there is one; a repeat tells the same event. */
    @Transactional
    void announce(UUID request, String email) {
        accounts.findByEmail(email)
                .ifPresent(account -> events.publishEvent(new PasswordResetRequested(request, account.id(), now())));
    }

    /** Mints the request's token; the one before, if any, is void. */
    @Transactional
    ResetToken issue(IssueResetToken command) {
        var account = accounts.find(command.userId()).orElseThrow(() -> new UserNotFoundException(command.userId()));
        var token = SecretToken.next();
        var expiresAt = now().plus(properties.resetToken());
        tokens.put(command.requestId(), account.id(), token, expiresAt);
        return new ResetToken(token, expiresAt);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
