package dev.banyan.runtime.calls.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.calls.Processes;
import dev.banyan.runtime.security.Authenticator;
import dev.banyan.runtime.security.Credentials;
import dev.banyan.runtime.security.SecretToken;
import dev.banyan.runtime.testing.SecondInstance;
import dev.banyan.runtime.testing.TestCaller;
import dev.banyan.runtime.testing.TestCallers;
import dev.banyan.runtime.testing.TestDatabases;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Alpha provides the credentials; beta asks it. */
class RemoteCredentialsIT {
    @Test
    void usersAreKnownEverywhere() {
        var user = TestCallers.staff();
        var authenticator = Processes.beta().getBean(Authenticator.class);
        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(authenticator.accessToken(token(user))).contains(user.caller()));
    }

    @Test
    void apiKeysAreKnownEverywhere() {
        var key = TestCallers.apiKey("orders:write");
        var authenticator = Processes.beta().getBean(Authenticator.class);
        assertThat(authenticator.apiKey(key.value())).contains(key.caller());
        assertThat(authenticator.apiKey(SecretToken.next())).isEmpty();
    }

    @Test
    void keysArriveOnceTheirProcessDoesAndStayWhenItGoes() throws Exception {
        int port = freePort();
        try (var process = Processes.beta(
                "process_early",
                "http://localhost:" + port,
                "banyan.test.credentials=false",
                "banyan.calls.breaker.pause=100ms")) {
            var authenticator = process.getBean(Authenticator.class);
            var user = TestCallers.staff();
            try (var provider = SecondInstance.start(
                    TestDatabases.create("process_late"), "banyan.modules=alpha", "server.port=" + port)) {
                assertThat(provider.isActive()).isTrue();
                await().atMost(Duration.ofSeconds(30))
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(authenticator.accessToken(token(user)))
                                .contains(user.caller()));
            }
            assertThat(authenticator.accessToken(token(user))).contains(user.caller());
            assertThatExceptionOfType(ModuleException.class).isThrownBy(() -> authenticator.apiKey(SecretToken.next()));
        }
    }

    @Test
    void whileNobodyAnswersNothingIsGoodOrBad() {
        try (var process = Processes.beta(
                "process_lonely", "http://localhost:1", "banyan.test.credentials=false", "banyan.calls.attempts=1")) {
            assertThat(process.getBean(Credentials.class)).isInstanceOf(RemoteCredentials.class);
            var authenticator = process.getBean(Authenticator.class);
            assertThatExceptionOfType(ModuleException.class)
                    .isThrownBy(() -> authenticator.accessToken(token(TestCallers.staff())))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ModuleException.Kind.UNAVAILABLE));
            assertThatExceptionOfType(ModuleException.class)
                    .isThrownBy(() -> authenticator.apiKey(SecretToken.next()))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ModuleException.Kind.UNAVAILABLE));
        }
    }

    private static String token(TestCaller user) {
        return user.value().substring("Bearer ".length());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
