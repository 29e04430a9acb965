package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInGuardTests {
    private final SignInAttempt attempt = new SignInAttempt("ada@example.com", "192.0.2.1");

    /** Each call is a statement, and its time would tell who has an account. */
    @Test
    void asksAsMuchAboutAnUnknownAccount() {
        var account = new Account(
                new UUID(1, 1),
                attempt.email(),
                "Ada",
                null,
                new TreeSet<>(Set.of(Role.CUSTOMER)),
                "hash",
                0,
                Instant.EPOCH);

        assertThat(statementsFor(Optional.empty()))
                .isEqualTo(statementsFor(Optional.of(account)))
                .isPositive();
    }

    private int statementsFor(Optional<Account> account) {
        var attempts = mock(Attempts.class);
        var known = mock(KnownAddresses.class);
        when(attempts.wait(any(), anyString())).thenReturn(Optional.empty());
        when(attempts.count(any(), anyString())).thenReturn(true);
        var guard = new SignInGuard(attempts, known);
        guard.wait(attempt, account);
        guard.failed(attempt, account);
        return mockingDetails(attempts).getInvocations().size()
                + mockingDetails(known).getInvocations().size();
    }
}
