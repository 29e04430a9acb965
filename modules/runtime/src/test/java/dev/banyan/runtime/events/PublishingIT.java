package dev.banyan.runtime.events;

import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.beta.internal.Reminders;
import dev.banyan.beta.internal.Seen;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.RuntimeIT;
import dev.banyan.runtime.data.DatabaseOwner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is written with the publisher's transaction, and in which order. */
class PublishingIT extends RuntimeIT {
    private static final String PUBLISH = """
            SELECT o_position FROM runtime.publish(ARRAY[42], '%1$s', ARRAY['%2$s'::uuid], ARRAY['alpha'], ARRAY['alpha.counted.v1'],
                ARRAY['%3$s'], ARRAY['{}'], ARRAY[NULL::text], ARRAY[NULL::timestamptz], ARRAY[1], ARRAY['nobody.listens'])
            """;

    @Autowired
    AlphaService alpha;

    @Autowired
    Seen seen;

    @Autowired
    Reminders reminders;

    @Autowired
    DatabaseOwner owner;

    private final String key = Ids.next().toString();

    @Test
    void whoPublishesFirstCommitsFirstUnderAKey() throws Exception {
        try (var first = owner.connect();
                var second = owner.connect()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            long taken = publish(first);
            var waiting = CompletableFuture.supplyAsync(() -> publish(second));
            await().until(() -> isWaiting(second));
            first.commit();
            assertThat(waiting.get()).isGreaterThan(taken);
            second.rollback();
            delete(first);
        }
    }

    @Test
    void whatAListenerPublishesIsKeptWithItsEffects() {
        var echo = "echo" + key;
        FaultPlan.fail("echo", echo, 3);
        alpha.next(echo, 20);
        await().untilAsserted(() -> assertThat(seen.of("echo", echo))
                .isEqualTo(rangeClosed(1, 20).boxed().toList()));
        assertThat(FaultPlan.calls("echo", echo)).isGreaterThanOrEqualTo(23);
    }

    @Test
    void aTimerThatIsNotDueDelaysNoEventOfItsKey() {
        var echo = "echo" + key;
        reminders.schedule(echo, 1, Instant.now().plus(Duration.ofHours(1)));
        alpha.next(echo);
        await().untilAsserted(() -> assertThat(seen.of("echo", echo)).containsExactly(1));
        assertThat(seen.of("reminder", echo)).isEmpty();
        reminders.cancel(echo);
    }

    private long publish(Connection connection) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(PUBLISH.formatted(Ids.next(), Ids.next(), key))) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean isWaiting(Connection other) throws SQLException {
        int pid = other.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        try (var connection = owner.connect();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted AND pid = " + pid)) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    private void delete(Connection connection) throws SQLException {
        connection.createStatement().executeUpdate("DELETE FROM runtime.publications WHERE key = '" + key + "'");
        connection.commit();
    }
}
