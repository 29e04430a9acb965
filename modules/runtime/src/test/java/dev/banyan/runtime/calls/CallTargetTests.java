package dev.banyan.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What calls of one module have in common: instances, places, breaker. */
@Timeout(30)
class CallTargetTests {
    private final Clients clients = new Clients();
    private StubModule module;
    private StubModule other;

    @BeforeEach
    void start() throws Exception {
        module = new StubModule();
        other = new StubModule();
    }

    @AfterEach
    void stop() {
        clients.close();
        module.close();
        other.close();
    }

    @Test
    void asksItsInstancesInTurn() {
        var alpha = clients.alpha(module.address(), other.address());
        for (int i = 0; i < 10; i++) {
            alpha.numbers("k");
        }
        assertThat(module.received()).hasSize(5);
        assertThat(other.received()).hasSize(5);
    }

    @Test
    void nobodyNoticesThatOneOfTwoInstancesDied() {
        clients.breaker = new CallProperties.Breaker(4, 50, Duration.ofMinutes(1));
        clients.attempts = 1;
        var alpha = clients.alpha(module.address(), other.address());
        module.close();
        for (int i = 0; i < 20; i++) {
            alpha.push("k");
        }
        assertThat(other.received()).hasSize(20);
    }

    @Test
    void isLeftAloneWhileItFailsAndCalledAgainOnceItAnswers() {
        clients.breaker = new CallProperties.Breaker(4, 50, Duration.ofMillis(200));
        clients.attempts = 1;
        var alpha = clients.alpha(module.address());
        for (int i = 0; i < 4; i++) {
            module.then(503);
            RemoteClientsTests.assertUnavailable(() -> alpha.numbers("k"));
        }
        RemoteClientsTests.assertUnavailable(() -> alpha.numbers("k"));
        assertThat(module.received()).hasSize(4);
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(alpha.numbers("k")).containsExactly(7));
    }

    @Test
    void hasNoMoreThanItsCallsUnderWay() throws Exception {
        clients.concurrency = 1;
        clients.read = Duration.ofSeconds(1);
        clients.attempts = 1;
        module.hangs();
        var alpha = clients.alpha(module.address());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hanging = threads.submit(() -> alpha.numbers("k"));
            await().until(() -> !module.received().isEmpty());
            RemoteClientsTests.assertUnavailable(() -> alpha.numbers("k"));
            assertThat(module.received()).hasSize(1);
            assertThat(hanging.isDone()).isFalse();
        }
        assertThat(alpha.numbers("k")).containsExactly(7);
    }
}
