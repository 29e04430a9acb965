package dev.banyan.users.internal;

import dev.banyan.kernel.ModuleUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Password hashing within bounds: a flood of sign-ins takes neither all processors nor all memory. Whoever doesn't get a
 * turn in time is refused with 503. Never call it in a transaction, whose connection would be held meanwhile.
 */
@Component
class PasswordHashing {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Argon2id argon2;
    private final Semaphore turns;
    private final Duration patience;
    private final String nobodysHash;

    PasswordHashing(Argon2id argon2, UsersProperties properties) {
        this.argon2 = argon2;
        this.turns = new Semaphore(properties.hashing().permits(), true);
        this.patience = properties.hashing().patience();
        this.nobodysHash = argon2.hashOfNothing();
    }

    String hash(String password) {
        return inTurn(() -> argon2.hash(password));
    }

    /** Whether it is the account's password. Without an account it takes as long, and the answer is no. */
    boolean matches(String password, Optional<Account> account) {
        var hash = account.map(Account::passwordHash).orElse(nobodysHash);
        boolean matches = inTurn(() -> argon2.matches(password, hash));
        return matches && account.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ModuleUnavailableException("users", RETRY_AFTER);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ModuleUnavailableException("users", RETRY_AFTER);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
