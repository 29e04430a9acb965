package dev.banyan.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.alpha.AlphaApi;
import dev.banyan.alpha.NoNumbersException;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RemoteClientsTests {
    private final Clients clients = new Clients();
    private StubModule module;

    @BeforeEach
    void start() throws Exception {
        module = new StubModule();
    }

    @AfterEach
    void stop() {
        clients.close();
        module.close();
    }

    @Test
    void callsAndIsTimed() {
        assertThat(clients.alpha(module.address()).numbers("k")).containsExactly(7);
        assertThat(module.received()).containsExactly("\"k\"");
        var timer = clients.meters
                .get("banyan.calls")
                .tags("module", "alpha", "method", "numbers", "remote", "true", "outcome", "ok")
                .timer();
        assertThat(timer.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void asksAgainWhatMayPass(int status) {
        module.then(status);
        assertThat(clients.alpha(module.address()).numbers("k")).containsExactly(7);
        assertThat(module.received()).hasSize(2);
    }

    @Test
    void repeatsACommandWithTheSameKey() {
        module.then(503).breaksOff().then(StubModule.json(200, ""));
        clients.alpha(module.address()).count(new AlphaApi.Count("k", 3));
        assertThat(module.received()).hasSizeBetween(2, 3).containsOnly("{\"key\":\"k\",\"n\":3}");
    }

    @Test
    void asksAgainWhenTheAnswerBreaksOff() {
        module.breaksOff();
        assertThat(clients.alpha(module.address()).numbers("k")).containsExactly(7);
        assertThat(module.received()).hasSize(2);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        module.then(503).then(503).then(503);
        assertUnavailable(() -> clients.alpha(module.address()).numbers("k"));
        assertThat(module.received()).hasSize(3);
    }

    @Test
    void neverRepeatsWhatHasNoKey() {
        module.then(503);
        assertUnavailable(() -> clients.alpha(module.address()).push("k"));
        assertThat(module.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 500})
    void doesNotAskAgainWhatStaysSo(int status) {
        module.then(status);
        assertUnavailable(() -> clients.alpha(module.address()).numbers("k"));
        assertThat(module.received()).hasSize(1);
    }

    @Test
    void whatTheModuleDecidedComesBackAsTheSameExceptionAtOnce() {
        var failure = new NoNumbersException(List.of("a", "b"));
        module.fails(failure);
        assertThatExceptionOfType(NoNumbersException.class)
                .isThrownBy(() -> clients.alpha(module.address()).numbers("k"))
                .satisfies(same -> assertThat(same.failure()).isEqualTo(failure.failure()));
        assertThat(module.received()).hasSize(1);
    }

    @Test
    void anUnknownCodeIsAPlainFailureOfItsKind() {
        module.fails(new ModuleException(ModuleException.Kind.FORBIDDEN, "alpha.new", "New", Map.of("x", 1)));
        assertThatThrownBy(() -> clients.alpha(module.address()).numbers("k"))
                .isExactlyInstanceOf(ModuleException.class)
                .extracting(failure -> ((ModuleException) failure).kind())
                .isEqualTo(ModuleException.Kind.FORBIDDEN);
    }

    @Test
    void anUnavailabilityFurtherAwayIsNotAskedAgain() {
        module.fails(new ModuleUnavailableException("beyond", Duration.ofSeconds(4)));
        assertThatExceptionOfType(ModuleUnavailableException.class)
                .isThrownBy(() -> clients.alpha(module.address()).numbers("k"))
                .withMessageContaining("beyond");
        assertThat(module.received()).hasSize(1);
    }

    @Test
    void anotherVersionsPropertiesAreIgnored() {
        module.then(StubModule.json(200, "{\"caller\": \"c\", \"trace\": \"t\", \"added\": [1]}"));
        assertThat(clients.alpha(module.address()).context()).isEqualTo(new AlphaApi.Context("c", "t"));
    }

    @Test
    void aModuleThatIsAwayIsUnavailable() {
        module.close();
        assertUnavailable(() -> clients.alpha(module.address()).numbers("k"));
    }

    @Test
    void aCallEndsAtItsDeadlineHoweverManyAttemptsAreLeft() {
        clients.read = Duration.ofMillis(150);
        clients.deadline = Duration.ofMillis(400);
        clients.attempts = 100;
        for (int i = 0; i < 100; i++) {
            module.hangs();
        }
        long start = System.nanoTime();
        assertUnavailable(() -> clients.alpha(module.address()).numbers("k"));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
        assertThat(module.received()).hasSizeBetween(2, 4);
    }

    static void assertUnavailable(Runnable call) {
        assertThatExceptionOfType(ModuleUnavailableException.class)
                .isThrownBy(call::run)
                .satisfies(failure -> assertThat(failure.getMessage()).contains("alpha"))
                .satisfies(failure -> assertThat((long) failure.properties().get("retryAfter"))
                        .isPositive());
    }
}
