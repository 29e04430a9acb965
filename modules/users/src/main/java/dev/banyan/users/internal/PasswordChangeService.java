package dev.banyan.users.internal;

import dev.banyan.kernel.ModuleException;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of a password reset. */
@Service
class PasswordChangeService {
    private final AccountRepository accounts;
    private final ResetTokenRepository tokens;
    private final SessionRepository sessions;
    private final SignInGuard guard;
    private final Clock clock;

    PasswordChangeService(
            AccountRepository accounts,
            ResetTokenRepository tokens,
            SessionRepository sessions,
            SignInGuard guard,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.guard = guard;
        this.clock = clock;
    }

    /** Refuses a bad token before the costly work is done. */
    @Transactional(readOnly = true)
    void check(String token) {
        if (!tokens.isValid(token, clock.instant())) {
            throw invalid();
        }
    }

    /** Uses the token up for the new password; all sessions and other reset tokens of the account end. */
    @Transactional
    void change(String token, String hash, String address) {
        var now = clock.instant();
        var id = tokens.consume(token, now).orElseThrow(PasswordChangeService::invalid);
        accounts.changePassword(id, hash);
        sessions.endAll(id);
        tokens.deleteAll(id);
        var account = accounts.find(id).orElseThrow();
        guard.succeeded(new SignInAttempt(account.email(), address), id, now);
    }

    private static ModuleException invalid() {
        return new ModuleException(
                ModuleException.Kind.INVALID,
                "auth.reset-invalid",
                "The token is wrong, used or too old; ask for a new one");
    }
}
