package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.rig.Operation.Kind;
import dev.banyan.rig.Operation.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** What comes after the harm is healed and the load has stopped: everybody learns what became of his wishes, nothing is left to do, everything holds. */
record Aftermath(Surroundings surroundings, List<AppProcess> apps, Journal journal) {
    private static final String FORGET_CLAIMS =
            "UPDATE runtime.idempotency_keys SET claimed_at = '-infinity' WHERE answer IS NULL";
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final int AT_ONCE = 8;
    private static final Duration DRAIN = Duration.ofSeconds(60);

    /** All three. */
    void holds() throws SQLException {
        repeatUntilKnown();
        drain();
        System.out.println(figures());
        check();
        apps.forEach(Leaks::check);
    }

    /**
     * Repeats, with the same keys, whatever has no known outcome, until it has one; as if the time had passed for which an attempt that has died holds its
     * key.
     */
    void repeatUntilKnown() {
        await("a known outcome of every operation")
                .atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    surroundings.postgres().execute(FORGET_CLAIMS);
                    assertThat(repeatUnknown()).isEmpty();
                });
    }

    /** Returns those whose outcome isn't known even then. */
    private List<Operation> repeatUnknown() {
        var unknown = journal.operations()
                .filter(operation -> operation.outcome() == Outcome.UNKNOWN && operation.kind() != Kind.TICK)
                .toList();
        try (var repeating = Executors.newFixedThreadPool(AT_ONCE)) {
            unknown.forEach(operation -> repeating.execute(() -> repeat(operation)));
        }
        return unknown.stream()
                .filter(operation -> operation.outcome() == Outcome.UNKNOWN)
                .toList();
    }

    private void repeat(Operation operation) {
        var app = apps.get(ThreadLocalRandom.current().nextInt(apps.size()));
        operation.send(app.http().within(RECOVERY));
    }

    /** Waits until there is nothing to do any more. */
    void drain() throws SQLException {
        try (var connection = surroundings.postgres().connect()) {
            await("nothing left to do")
                    .atMost(DRAIN)
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> {
                        assertThat(Publications.left(connection)).isEmpty();
                        assertThat(unsettled(connection)).isZero();
                    });
        }
    }

    void check() throws SQLException {
        try (var connection = surroundings.postgres().connect()) {
            Checker.check(connection, witnessed());
        }
        Logs.check(apps.stream().map(AppProcess::log).toList(), secrets());
    }

    Figures figures() throws SQLException {
        try (var connection = surroundings.postgres().connect()) {
            return Figures.of(journal, connection);
        }
    }

    Witnessed witnessed() {
        return new Witnessed(journal, surroundings.smtp().ledger(), secrets());
    }

    /** What must not be found anywhere it doesn't belong. */
    private List<String> secrets() {
        var secrets = new ArrayList<>(surroundings.secrets());
        journal.of(Kind.CHECKOUT, Outcome.OK)
                .map(operation -> operation.answer().text("/accessToken"))
                .forEach(secrets::add);
        return secrets;
    }

    private static long unsettled(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT (SELECT count(*) FROM orders.orders WHERE status = 'PENDING')
                             + (SELECT count(*) FROM orders.checkouts WHERE state IN ('STARTED', 'ABANDONED'))
                             + (SELECT count(*) FROM notifications.message WHERE status = 'PENDING')
                        """)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
