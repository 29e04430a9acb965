package dev.banyan.runtime.calls.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.calls.Processes;
import dev.banyan.runtime.security.Authenticator;
import dev.banyan.runtime.security.Credentials;
import dev.banyan.runtime.security.SecretToken;
import dev.banyan.runtime.testing.TestCallers;
import org.junit.jupiter.api.Test;

/** Alpha provides the credentials; beta asks it. */
class RemoteCredentialsIT {
    @Test
    void usersAreKnownEverywhere() {
        var user = TestCallers.staff();
        var authenticator = Processes.beta().getBean(Authenticator.class);
        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(authenticator.accessToken(user.value().substring("Bearer ".length())))
                                .contains(user.caller()));
    }

    @Test
    void apiKeysAreKnownEverywhere() {
        var key = TestCallers.apiKey("orders:write");
        var authenticator = Processes.beta().getBean(Authenticator.class);
        assertThat(authenticator.apiKey(key.value())).contains(key.caller());
        assertThat(authenticator.apiKey(SecretToken.next())).isEmpty();
    }

    @Test
    void whileNobodyAnswersNothingIsGoodOrBad() {
        try (var process = Processes.beta(
                "process_lonely", "http://localhost:1", "banyan.test.credentials=false", "banyan.calls.attempts=1")) {
            assertThat(process.getBean(Credentials.class)).isInstanceOf(RemoteCredentials.class);
            var authenticator = process.getBean(Authenticator.class);
            assertThatExceptionOfType(ModuleException.class)
                    .isThrownBy(() -> authenticator.accessToken(
                            TestCallers.staff().value().substring("Bearer ".length())))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ModuleException.Kind.UNAVAILABLE));
            assertThatExceptionOfType(ModuleException.class)
                    .isThrownBy(() -> authenticator.apiKey(SecretToken.next()))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ModuleException.Kind.UNAVAILABLE));
        }
    }
}
