package dev.banyan.runtime.events;

import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.beta.internal.PlainListener;
import dev.banyan.beta.internal.Reminders;
import dev.banyan.beta.internal.Seen;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.RuntimeIT;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.CurrentCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class EventDeliveryIT extends RuntimeIT {
    @Autowired
    AlphaService alpha;

    @Autowired
    Seen seen;

    @Autowired
    Reminders reminders;

    @Autowired
    PublicationStore store;

    private final String key = Ids.next().toString();

    @Test
    void everySubscriberGetsTheEventOnce() {
        alpha.next(key);
        await().untilAsserted(() -> assertThat(seen.of("plain", key)).containsExactly(1));
        await().untilAsserted(() -> assertThat(seen.of("step", key)).containsExactly(1));
    }

    @Test
    void keepsTheOrderOfAKeyUnderConcurrentPublishers() throws Exception {
        int events = 300;
        try (var publishers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < events; i++) {
                publishers.submit(() -> alpha.next(key));
            }
        }
        var expected = rangeClosed(1, events).boxed().toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen.of("plain", key)).isEqualTo(expected));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen.of("step", key)).isEqualTo(expected));
    }

    @Test
    void aFailingHeadIsRetriedAndTheRestOfItsKeyWaits() {
        FaultPlan.fail("plain", key, 3);
        for (int i = 0; i < 5; i++) {
            alpha.next(key);
        }
        await().untilAsserted(() -> assertThat(seen.of("step", key)).containsExactly(1, 2, 3, 4, 5));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(seen.of("plain", key)).containsExactly(1, 2, 3, 4, 5));
    }

    @Test
    void aStepThatFailedAfterItsCallsIsRepeated() {
        FaultPlan.fail("step", key, 2);
        alpha.next(key);
        await().untilAsserted(() -> assertThat(seen.of("step", key)).containsExactly(1));
    }

    @Test
    void aStepMakesNoCallsBeforeItsTurn() {
        FaultPlan.fail("step", key, 3);
        for (int i = 0; i < 10; i++) {
            alpha.next(key);
        }
        await().untilAsserted(() -> assertThat(seen.of("step", key)).hasSize(10));
        assertThat(FaultPlan.calls("step", key)).isEqualTo(10 + 3);
    }

    @Test
    void aStepMayOpenOneTransactionOnly() {
        var twice = "twice" + key;
        alpha.next(twice);
        await().untilAsserted(() -> assertThat(seen.of("plain", twice)).containsExactly(1));
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(seen.of("step", twice)).isEqualTo(List.of(1)));
    }

    @Test
    void theActingUserTravelsAlong() {
        var user = Ids.next();
        CurrentCaller.runAs(Caller.user(user, "ada@example.com", Set.of("staff")), () -> alpha.next(key));
        await().untilAsserted(() -> assertThat(PlainListener.ACTORS.get(key)).isEqualTo("user:" + user));
    }

    @Test
    void refusesToPublishOutsideATransaction() {
        assertThatThrownBy(() -> alpha.publishWithoutTransaction(key)).hasMessageContaining("outside a transaction");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void refusesToPublishInATransactionThatIsCommitted(int publishedBefore) {
        assertThatThrownBy(() -> alpha.inTransaction(jdbc -> {
                    alpha.next(key, publishedBefore);
                    afterCommit(() -> alpha.publishWithoutTransaction(key));
                }))
                .hasMessageContaining("Counted was published in a transaction that is committed already");
    }

    @Test
    void aTransactionOpenedAfterACommitPublishes() {
        alpha.inTransaction(jdbc -> afterCommit(() -> alpha.inNewTransaction(() -> alpha.next(key))));
        await().untilAsserted(() -> assertThat(seen.of("plain", key)).containsExactly(1));
    }

    @Test
    void aRolledBackTransactionPublishesNothing() {
        assertThatThrownBy(() -> alpha.inTransaction(jdbc -> {
                    alpha.next(key);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        alpha.next(key);
        await().untilAsserted(() -> assertThat(seen.of("plain", key)).containsExactly(1));
    }

    @Test
    void aTimerComesWhenDueAndTheLastScheduleCounts() {
        reminders.schedule(key, 1, Instant.now().plusSeconds(3600));
        reminders.schedule(key, 2, Instant.now().plusMillis(300));
        await().untilAsserted(() -> assertThat(seen.of("reminder", key)).containsExactly(2));
    }

    @Test
    void aTimeInThePastMeansAtOnceWhateverTheClocks() {
        reminders.schedule(key, 1, Instant.EPOCH);
        await().untilAsserted(() -> assertThat(seen.of("reminder", key)).containsExactly(1));
    }

    @Test
    void aCancelledTimerNeverComes() {
        reminders.schedule(key, 1, Instant.now().plusMillis(500));
        assertThat(reminders.cancel(key)).isTrue();
        assertThat(reminders.cancel(key)).isFalse();
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(seen.of("reminder", key)).isEmpty());
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
