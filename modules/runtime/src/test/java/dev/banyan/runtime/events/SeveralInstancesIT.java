package dev.banyan.runtime.events;

import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.beta.internal.Seen;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.data.DatabaseOwner;
import dev.banyan.runtime.data.Instance;
import dev.banyan.runtime.testing.SecondInstance;
import dev.banyan.runtime.testing.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances on one database. */
class SeveralInstancesIT {
    private static final String URL = TestDatabases.create("several");
    private static final ConfigurableApplicationContext ONE = SecondInstance.start(URL);
    private static final ConfigurableApplicationContext TWO = SecondInstance.start(URL);

    private final String key = Ids.next().toString();
    private final Seen seen = ONE.getBean(Seen.class);
    private final DatabaseOwner owner = ONE.getBean(DatabaseOwner.class);

    @BeforeAll
    static void bothKnowOfEachOther() {
        await().until(() -> ONE.getBean(Dispatcher.class).hasOthers()
                && TWO.getBean(Dispatcher.class).hasOthers());
    }

    @AfterAll
    static void close() {
        ONE.close();
        TWO.close();
    }

    @Test
    void keepsTheOrderOfAHotKey() {
        int events = 400;
        publishFromBoth(List.of(key), events);
        assertDelivered(key, events);
    }

    @Test
    void keepsTheOrderOfManyKeysThroughFailures() {
        var keys = Stream.generate(() -> Ids.next().toString()).limit(20).toList();
        keys.forEach(each -> {
            FaultPlan.fail("plain", each, 3);
            FaultPlan.fail("step", each, 3);
        });
        publishFromBoth(keys, 30);
        keys.forEach(each -> assertDelivered(each, 30));
    }

    @Test
    void whatAnInstanceWithoutConnectionHasLeftIsTakenOverAtOnce() throws SQLException {
        var gone = Ids.next();
        instance(gone, "gone", Duration.ofHours(1));
        insert(gone, 1);
        insert(gone, 2);
        await().untilAsserted(() -> assertThat(seen.of("plain", key)).containsExactly(1, 2));
    }

    @Test
    void whatASilentInstanceHasLeftIsTakenOverAfterItsLease() throws SQLException {
        var silent = Ids.next();
        instance(silent, ONE.getBean(Instance.class).name(), Duration.ofSeconds(2));
        insert(silent, 1);
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            assertThat(number(
                            "SELECT count(*) FROM beta.seen s, runtime.instances i WHERE s.key = '%s' AND i.id = '%s' "
                                            .formatted(key, silent)
                                    + "AND i.lease_until > clock_timestamp()"))
                    .as("delivered during another's lease")
                    .isZero();
            return !seen.of("plain", key).isEmpty();
        });
    }

    @Test
    void whatAForgottenInstanceHasWrittenIsTakenOver() throws SQLException {
        insert(Ids.next(), 1);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(seen.of("plain", key)).containsExactly(1));
    }

    @Test
    void whatOneThatHasComeBackAddsBehindAnothersEventDoesNotWait() throws Exception {
        var listeners = List.of("plain", "step");
        var hanging = listeners.stream().map(each -> FaultPlan.hang(each, key)).toList();
        ONE.getBean(AlphaService.class).next(key);
        await().until(() -> listeners.stream().allMatch(each -> FaultPlan.calls(each, key) == 1));
        listeners.forEach(each -> FaultPlan.release(each, key));
        var gone = new AtomicBoolean(true);
        var ending = CompletableFuture.runAsync(() -> {
            while (gone.get()) {
                endLease(TWO);
            }
        });
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> !ONE.getBean(Dispatcher.class).hasOthers());
        TWO.getBean(AlphaService.class).next(key);
        hanging.forEach(CountDownLatch::countDown);
        await().untilAsserted(() -> listeners.forEach(
                each -> assertThat(seen.of(each, key)).as(each).contains(1)));
        gone.set(false);
        ending.join();
        await().untilAsserted(() -> listeners.forEach(
                each -> assertThat(seen.of(each, key)).as(each).containsExactly(1, 2)));
    }

    @Test
    void whoWakesUpAfterATakeoverAppliesNothing() throws SQLException {
        var hanging = FaultPlan.hang("step", key);
        ONE.getBean(AlphaService.class).next(key);
        await().until(() -> FaultPlan.calls("step", key) == 1);
        FaultPlan.release("step", key);
        execute("UPDATE runtime.publications SET claim = '%s', ready_at = clock_timestamp() WHERE key = '%s'"
                .formatted(TWO.getBean(Instance.class).id(), key));
        await().untilAsserted(() -> assertThat(seen.of("step", key)).containsExactly(1));
        assertThat(FaultPlan.calls("step", key)).isEqualTo(2);
        hanging.countDown();
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(seen.of("step", key)).containsExactly(1));
    }

    @Test
    void anInstanceThatStopsHandsItsEventsBackAtOnce() throws SQLException {
        var third = SecondInstance.start(URL);
        var id = third.getBean(Instance.class).id();
        execute(
                "INSERT INTO runtime.publications (position, claim, event_id, publisher, subscriber, type, key, payload, ready_at) "
                        + "SELECT nextval('runtime.publication_position'), '%s', '%s', 'alpha', 'beta.plain-listener', 'alpha.counted.v1', '%s', '%s', "
                                .formatted(id, Ids.next(), key, payload(1))
                        + "clock_timestamp() + interval '3 s'");
        third.close();
        await().until(() -> number("SELECT count(*) FROM runtime.publications WHERE claim = '%s'".formatted(id)) == 0);
        assertThat(number("SELECT count(*) FROM runtime.publications WHERE key = '%s'".formatted(key)))
                .as("taken over before it was due")
                .isOne();
        await().untilAsserted(() -> assertThat(seen.of("plain", key)).containsExactly(1));
    }

    private static void publishFromBoth(List<String> keys, int eventsEach) {
        try (var publishers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < eventsEach; i++) {
                var alpha = (i % 2 == 0 ? ONE : TWO).getBean(AlphaService.class);
                keys.forEach(each -> publishers.submit(() -> alpha.next(each)));
            }
        }
    }

    private void assertDelivered(String ofKey, int events) {
        var expected = rangeClosed(1, events).boxed().toList();
        for (var listener : List.of("plain", "step")) {
            await().atMost(Duration.ofSeconds(25))
                    .untilAsserted(() -> assertThat(seen.of(listener, ofKey)).isEqualTo(expected));
        }
    }

    private void instance(UUID id, String name, Duration lease) throws SQLException {
        execute(
                "INSERT INTO runtime.instances (id, name, lease_until) VALUES ('%s', '%s', clock_timestamp() + interval '%d ms')"
                        .formatted(id, name, lease.toMillis()));
    }

    private void endLease(ConfigurableApplicationContext instance) {
        try {
            execute("UPDATE runtime.instances SET lease_until = '-infinity' WHERE id = '%s'"
                    .formatted(instance.getBean(Instance.class).id()));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void insert(UUID claim, int n) throws SQLException {
        execute(
                "INSERT INTO runtime.publications (position, claim, event_id, publisher, subscriber, type, key, payload) "
                        + "SELECT nextval('runtime.publication_position'), '%s', '%s', 'alpha', 'beta.plain-listener', 'alpha.counted.v1', '%s', '%s'"
                                .formatted(claim, Ids.next(), key, payload(n)));
    }

    private String payload(int n) {
        return "{\"eventId\":\"%s\",\"key\":\"%s\",\"n\":%d}".formatted(Ids.next(), key, n);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = owner.connect();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
