package dev.banyan.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.beta.internal.Reminders;
import dev.banyan.beta.internal.Seen;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.RuntimeIT;
import dev.banyan.runtime.data.DatabaseOwner;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The database's connections are cut again and again while events are delivered. */
class DatabaseLossIT extends RuntimeIT {
    private static final int KEYS = 12;
    private static final int EVENTS = 40;
    private static final int CUTS = 60;

    @Autowired
    AlphaService alpha;

    @Autowired
    Seen seen;

    @Autowired
    Reminders reminders;

    @Autowired
    DatabaseOwner owner;

    @Test
    void everythingFlowsAgainAfterConnectionsWereLost() throws Exception {
        var keys = Stream.generate(() -> Ids.next().toString()).limit(KEYS).toList();
        try (var publishers = Executors.newVirtualThreadPerTaskExecutor()) {
            keys.forEach(key -> publishers.submit(() -> publish(key)));
            for (int i = 0; i < CUTS; i++) {
                cutConnections();
                Thread.sleep(30);
            }
        }
        for (var key : keys) {
            var numbers = await().ignoreExceptions().until(() -> alpha.numbers(key), published -> !published.isEmpty());
            assertThat(numbers).hasSizeGreaterThanOrEqualTo(EVENTS);
            assertDelivered("plain", key, numbers);
            assertDelivered("step", key, numbers);
        }
        reminders.schedule(keys.getFirst(), 1, Instant.EPOCH);
        assertDelivered("reminder", keys.getFirst(), List.of(1));
    }

    private void assertDelivered(String listener, String key, List<Integer> numbers) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(seen.of(listener, key)).isEqualTo(numbers));
    }

    /** Publishes in spite of it all; a commit whose answer was lost makes it one event more. */
    private void publish(String key) {
        FaultPlan.fail("plain", key, 3);
        FaultPlan.fail("step", key, 3);
        for (int published = 0; published < EVENTS; ) {
            try {
                alpha.next(key);
                published++;
            } catch (DataAccessException | TransactionException lost) {
                Thread.onSpinWait();
            }
        }
    }

    private void cutConnections() throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                     WHERE datname = current_database() AND usename = current_database() || '_app'
                    """);
        }
    }
}
