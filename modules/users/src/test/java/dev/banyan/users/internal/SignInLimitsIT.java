package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInLimitsIT extends UsersIT {
    @Autowired
    SignInGuard guard;

    @Autowired
    Attempts attempts;

    @Test
    void letsTheOwnerInWhileOthersGuessFromEverywhere() {
        var email = registered();
        assertThat(login(email, PASSWORD, "198.51.100.7")).hasStatusOk();
        guessFromEverywhere(email);

        assertThat(login(email, "guess", "203.0.113.99")).as("its only one").hasStatus(401);
        assertThat(login(email, "guess", "203.0.113.99")).hasStatus(429);
        assertThat(login(email, PASSWORD, "203.0.113.99")).hasStatus(429);
        assertThat(login(email, PASSWORD, "198.51.100.7")).hasStatusOk();
    }

    @Test
    void letsTheOwnerInFromWhereTheyRegistered() {
        var email = newEmail();
        assertThat(register(email, PASSWORD, "198.51.100.40")).hasStatus(202);
        guessFromEverywhere(email);

        assertThat(login(email, "slip", "198.51.100.40")).hasStatus(401);
        assertThat(login(email, "slip", "198.51.100.40")).hasStatus(401);
        assertThat(login(email, PASSWORD, "198.51.100.40")).hasStatusOk();
    }

    @Test
    void letsTheOwnerInFromANewPlaceWhileOthersGuess() {
        var email = registered();
        guessFromEverywhere(email);

        assertThat(login(email, PASSWORD, "198.51.100.41")).hasStatusOk();
    }

    @Test
    void slowsOneAddressDownThatTriesManyAccounts() {
        var email = registered();
        assertThat(login(email, PASSWORD, "198.51.100.20")).hasStatusOk();
        fill(Limit.SIGN_IN_ADDRESS, new SignInAttempt(newEmail(), "198.51.100.20"));

        assertThat(login(newEmail(), "guess", "198.51.100.20")).hasStatus(429);
        assertThat(login(registered(), PASSWORD, "198.51.100.20")).hasStatus(429);
        assertThat(login(email, PASSWORD, "198.51.100.20"))
                .as("a neighbour who was here before")
                .hasStatusOk();
        assertThat(login(newEmail(), "guess", "198.51.100.21")).hasStatus(401);
    }

    /** Many attempts may be under way when a limit is reached: whether they were right must not show. */
    @Test
    void tellsNoOutcomePastTheAccountsLimitButOnePerAddress() {
        var attempt = new SignInAttempt(newEmail(), newAddress());
        fill(Limit.SIGN_IN_ACCOUNT, attempt);

        assertThat(failed(attempt, Optional.empty())).isTrue();
        assertThat(failed(attempt, Optional.empty())).isFalse();
        var elsewhere = new SignInAttempt(attempt.email(), newAddress());
        assertThat(failed(elsewhere, Optional.empty())).isTrue();
        assertThat(failed(elsewhere, Optional.empty())).isFalse();
    }

    @Test
    void tellsNoOutcomePastTheAddresssLimit() {
        var attempt = new SignInAttempt(newEmail(), newAddress());
        fill(Limit.SIGN_IN_ADDRESS, attempt);

        assertThat(failed(attempt, Optional.empty())).isFalse();
    }

    @Test
    void tellsTheOwnerOfTheirSlipsWhateverOthersDo() {
        var account = account(registered());
        var attempt = new SignInAttempt(account.email(), newAddress());
        database.run(() -> {
            guard.succeeded(attempt, account.id(), Instant.now());
            return account;
        });
        fill(Limit.SIGN_IN_ACCOUNT, attempt);
        fill(Limit.SIGN_IN_ADDRESS, attempt);

        assertThat(failed(attempt, Optional.of(account))).isTrue();
        assertThat(failed(attempt, Optional.of(account))).isTrue();
    }

    private void guessFromEverywhere(String email) {
        fill(Limit.SIGN_IN_ACCOUNT, new SignInAttempt(email, "203.0.113.1"));
    }

    private void fill(Limit limit, SignInAttempt attempt) {
        database.run(() -> {
            int counted = 0;
            while (attempts.count(limit, attempt.subject(limit))) {
                counted++;
            }
            return counted;
        });
    }

    private boolean failed(SignInAttempt attempt, Optional<Account> account) {
        return database.run(() -> guard.failed(attempt, account));
    }

    private Account account(String email) {
        var roles = new TreeSet<>(Set.of(Role.CUSTOMER));
        return new Account(idOf(email), email, "Ada", null, roles, "hash " + Ids.next(), 0, Instant.now());
    }
}
