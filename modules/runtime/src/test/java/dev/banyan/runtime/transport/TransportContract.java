package dev.banyan.runtime.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.beta.internal.PlainListener;
import dev.banyan.beta.internal.Seen;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.data.DatabaseOwner;
import dev.banyan.runtime.data.Instance;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.CurrentCaller;
import dev.banyan.runtime.testing.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds over every broker: alpha runs in one process, beta in two instances of another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TransportContract {
    private static final Duration LONG = Duration.ofSeconds(60);

    final TestBroker broker;
    private final String name;
    TestProcess sender;
    TestProcess one;
    TestProcess two;
    private String key = "";

    TransportContract(TestBroker broker) {
        this.broker = broker;
        this.name = broker.profile();
    }

    @BeforeAll
    void start() throws Exception {
        broker.start();
        var beta = TestDatabases.create(name + "_beta");
        sender = TestProcess.start(broker, "alpha", TestDatabases.create(name + "_alpha"));
        one = TestProcess.start(broker, "beta", beta);
        two = TestProcess.start(broker, "beta", beta);
        alpha().next("first");
        delivered("first", 1);
    }

    @AfterAll
    void stop() {
        Stream.of(two, one, sender).forEach(process -> {
            if (process != null) {
                process.close();
            }
        });
        broker.close();
    }

    @BeforeEach
    void newKey() {
        key = Ids.next().toString();
    }

    AlphaService alpha() {
        return sender.bean(AlphaService.class);
    }

    @Test
    void anEventReachesItsListenersOnceWithTheActingUser() {
        var id = UUID.randomUUID();
        CurrentCaller.runAs(Caller.user(id, "ann@example.org", Set.of("customer")), () -> alpha().next(key));
        delivered(key, 1);
        assertThat(PlainListener.ACTORS).containsEntry(key, "user:" + id);
        nothingLeft();
    }

    @Test
    void keepsTheOrderOfEachKeyWithTwoInstances() {
        var keys = Stream.generate(() -> Ids.next().toString()).limit(20).toList();
        try (var publishers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 50; i++) {
                keys.forEach(each -> publishers.submit(() -> alpha().next(each)));
            }
        }
        keys.forEach(each -> delivered(each, 50));
    }

    @Test
    void eventsWaitWhileTheBrokerIsStopped() {
        broker.stop();
        for (int i = 0; i < 20; i++) {
            var begun = System.nanoTime();
            alpha().next(key);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        }
        assertThat(waiting()).isGreaterThanOrEqualTo(20);
        broker.start();
        delivered(key, 20);
        nothingLeft();
    }

    @Test
    void aKilledBrokerLosesAndReordersNothing() throws Exception {
        var keys = Stream.generate(() -> Ids.next().toString()).limit(5).toList();
        try (var publisher = Executors.newSingleThreadExecutor()) {
            publisher.submit(() -> {
                for (int i = 0; i < 100; i++) {
                    keys.forEach(each -> alpha().next(each));
                }
            });
            await().until(() -> !seen("plain", keys.getFirst()).isEmpty());
            broker.kill();
            broker.start();
        }
        keys.forEach(each -> delivered(each, 100));
    }

    @Test
    void aMessageThatComesThreeTimesIsHandledOnce() {
        var message = message(key);
        for (int i = 0; i < 3; i++) {
            broker.send("alpha", key, message, body(1));
        }
        broker.send("alpha", key, message(key), body(2));
        delivered(key, 2);
    }

    @Test
    void whatWasTakenInButNotAcknowledgedChangesNothing() {
        LostAcknowledgements.next(3);
        for (int i = 0; i < 20; i++) {
            alpha().next(key);
        }
        await().atMost(LONG).until(() -> LostAcknowledgements.left() == 0);
        alpha().next(key);
        delivered(key, 21);
    }

    @Test
    void whatAGoneInstanceWasToSendIsSent() {
        var gone = Ids.next();
        execute(
                sender,
                "INSERT INTO runtime.instances (id, name, lease_until) VALUES ('%s', 'gone', clock_timestamp() + interval '1 h')"
                        .formatted(gone));
        for (int i = 1; i <= 2; i++) {
            execute(sender, waitingRow(gone, "broker", i));
        }
        delivered(key, 2);
        nothingLeft();
    }

    @Test
    void whatIsForAModuleElsewhereIsLeftToItsProcess() {
        var gone = Ids.next();
        var itsProcess = Ids.next();
        execute(
                one,
                "INSERT INTO runtime.instances (id, name, lease_until, modules) VALUES ('%s', '%s', clock_timestamp() + interval '1 h', '{alpha}')"
                        .formatted(itsProcess, one.bean(Instance.class).name()));
        execute(
                one,
                "INSERT INTO runtime.instances (id, name, lease_until) VALUES ('%s', 'gone', clock_timestamp() + interval '1 h')"
                        .formatted(gone));
        execute(one, waitingRow(gone, "alpha.some-listener", 1));
        execute(one, waitingRow(gone, "gamma.forgotten-listener", 1));
        execute(one, waitingRow(gone, "beta.plain-listener", 1));
        await().atMost(LONG).untilAsserted(() -> assertThat(seen("plain", key)).containsExactly(1));
        var mine = "SELECT count(*) FROM runtime.publications WHERE key = '%s' AND claim ".formatted(key);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(number(mine + "<> '%s' AND parked_at IS NOT NULL".formatted(gone)))
                        .as("nobody anywhere knows gamma")
                        .isOne());
        assertThat(number(mine + "= '%s' AND parked_at IS NULL".formatted(gone)))
                .isOne();
        assertThat(number("SELECT count(*) FROM runtime.instances WHERE id = '%s'".formatted(gone)))
                .isOne();
        execute(one, "DELETE FROM runtime.instances WHERE id = '%s'".formatted(itsProcess));
        execute(one, "DELETE FROM runtime.publications WHERE key = '%s'".formatted(key));
    }

    private String waitingRow(UUID claim, String subscriber, int n) {
        return ("INSERT INTO runtime.publications (position, claim, event_id, publisher, subscriber, type, key, payload) VALUES "
                        + "(nextval('runtime.publication_position'), '%s', '%s', 'alpha', '%s', 'alpha.counted.v1', '%s', '%s')")
                .formatted(claim, Ids.next(), subscriber, key, new String(body(n), UTF_8));
    }

    @Test
    void whatWasServedInItsProcessIsPassedOver() {
        var served = message(key);
        served.put(broker.prefix() + "served", "alpha,beta");
        broker.send("alpha", key, served, body(1));
        broker.send("alpha", key, message(key), body(2));
        await().atMost(LONG).untilAsserted(() -> assertThat(seen("plain", key)).containsExactly(2));
    }

    @Test
    void whatIsForSomebodyReachesNobodyElse() {
        var addressed = message(key);
        addressed.put(broker.prefix() + "addressee", "beta.plain-listener");
        addressed.put(broker.prefix() + "served", "beta");
        broker.send("alpha", key, addressed, body(1));
        broker.send("alpha", key, message(key), body(2));
        await().atMost(LONG).untilAsserted(() -> assertThat(seen("plain", key)).containsExactly(1, 2));
        await().atMost(LONG).untilAsserted(() -> assertThat(seen("step", key)).containsExactly(2));
    }

    @Test
    void whatIsNotUnderstoodIsParked() {
        var version = message(key);
        version.put(broker.prefix() + "type", "alpha.counted.v9");
        poison(version, body(1), "nobody handles alpha.counted.v9");
        poison(message(key), "{\"key\":".getBytes(UTF_8), "doesn't fit");
        poison(message(key), new byte[] {(byte) 0xff, 0}, "no UTF-8");
        var nameless = message(key);
        nameless.remove(broker.prefix() + "type");
        poison(nameless, body(1), "type is missing");
        var numbered = message(key);
        numbered.put(broker.prefix() + "id", "17");
        poison(numbered, body(1), "no UUID");
        var old = message(key);
        old.put(
                broker.prefix() + "time",
                Instant.now().minus(Duration.ofDays(9)).toString());
        poison(old, body(1), "older than the inbox");
        var unknown = message(key);
        unknown.put(broker.prefix() + "type", "alpha.recounted.v1");
        broker.send("alpha", key, unknown, body(1));
        broker.send("alpha", key + "-healthy", message(key + "-healthy"), body(3));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(seen("plain", key + "-healthy")).containsExactly(3));
        assertThat(number("SELECT count(*) FROM runtime.publications WHERE type = 'alpha.recounted.v1'"))
                .isZero();
    }

    private void poison(Map<String, String> headers, byte[] body, String reason) {
        broker.send("alpha", key, headers, body);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(number(
                                "SELECT count(*) FROM runtime.publications WHERE parked_at IS NOT NULL AND key = '%s' AND last_error LIKE '%%%s%%'"
                                        .formatted(key, reason.replace("'", "''"))))
                        .as(reason)
                        .isPositive());
    }

    @Test
    void aClientWithoutSpringReadsACloudEvent() {
        broker.watch("alpha");
        alpha().next(key);
        var message = broker.read("alpha", key);
        var headers = new TreeMap<>(message.headers());
        headers.keySet().removeIf(header -> header.startsWith("spring_"));
        assertThat(headers.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of("id", "position", "served", "source", "specversion", "subject", "time", "type")
                                .map(attribute -> broker.prefix() + attribute)
                                .toList());
        assertThat(headers)
                .containsEntry(broker.prefix() + "specversion", "1.0")
                .containsEntry(broker.prefix() + "type", "alpha.counted.v1")
                .containsEntry(broker.prefix() + "source", "/banyan/alpha")
                .containsEntry(broker.prefix() + "subject", key)
                .containsEntry(broker.prefix() + "served", "alpha");
        assertThat(message.contentType()).isEqualTo("application/json");
        assertThat(message.body()).contains("\"key\":\"%s\"".formatted(key), "\"n\":1");
    }

    /** What a client without Spring writes. */
    private Map<String, String> message(String ofKey) {
        var headers = new TreeMap<String, String>();
        headers.put(broker.prefix() + "specversion", "1.0");
        headers.put(broker.prefix() + "id", Ids.next().toString());
        headers.put(broker.prefix() + "type", "alpha.counted.v1");
        headers.put(broker.prefix() + "source", "/elsewhere");
        headers.put(broker.prefix() + "subject", ofKey);
        headers.put(broker.prefix() + "time", Instant.now().toString());
        return headers;
    }

    private byte[] body(int n) {
        return "{\"eventId\":\"%s\",\"key\":\"%s\",\"n\":%d}"
                .formatted(Ids.next(), n == 3 ? key + "-healthy" : key, n)
                .getBytes(UTF_8);
    }

    private void delivered(String ofKey, int events) {
        var expected = rangeClosed(1, events).boxed().toList();
        for (var listener : List.of("plain", "step")) {
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(seen(listener, ofKey)).as(listener).isEqualTo(expected));
        }
    }

    private List<Integer> seen(String listener, String ofKey) {
        return one.bean(Seen.class).of(listener, ofKey);
    }

    private void nothingLeft() {
        await().atMost(LONG).untilAsserted(() -> assertThat(waiting()).isZero());
    }

    /** How many events wait for the broker. */
    long waiting() {
        return number(sender, "SELECT count(*) FROM runtime.publications WHERE subscriber = 'broker'");
    }

    private static void execute(TestProcess process, String sql) {
        try (var connection = process.bean(DatabaseOwner.class).connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private long number(String sql) {
        return number(one, sql);
    }

    static long number(TestProcess process, String sql) {
        try (var connection = process.bean(DatabaseOwner.class).connect();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
