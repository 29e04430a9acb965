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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What waits in the table because memory is full, or because nobody can take it. */
@TestPropertySource(properties = "banyan.events.in-memory=1")
class EventBacklogIT extends RuntimeIT {
    @Autowired
    AlphaService alpha;

    @Autowired
    Seen seen;

    @Autowired
    Reminders reminders;

    @Autowired
    PublicationStore store;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    DatabaseOwner owner;

    private final String key = Ids.next().toString();

    @Test
    void whatIsLeftToTheTableWhileItsLaneWorksFromMemoryFollows() {
        var hanging = FaultPlan.hang("plain", key);
        alpha.next(key);
        alpha.next(key);
        alpha.next(key);
        hanging.countDown();
        await().untilAsserted(() -> assertThat(seen.of("plain", key)).containsExactly(1, 2, 3));
    }

    @Test
    void aHangingSubscriberDelaysNeitherTimersNorOtherSubscribers() {
        int events = 600;
        var hanging = FaultPlan.hang("plain", key);
        alpha.next(key);
        alpha.next(key, events - 1);
        var other = Ids.next().toString();
        reminders.schedule(other, 1, Instant.EPOCH);
        alpha.next(other);
        await().untilAsserted(() -> assertThat(seen.of("reminder", other)).containsExactly(1));
        await().untilAsserted(() -> assertThat(seen.of("step", other)).containsExactly(1));
        assertThat(seen.of("plain", key)).isEmpty();
        hanging.countDown();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen.of("plain", key))
                        .isEqualTo(rangeClosed(1, events).boxed().toList()));
    }

    @Test
    void aFailingHeadUnderLoadIsRetriedAndItsKeyFollows() {
        FaultPlan.fail("plain", key, 2);
        alpha.next(key, 5);
        await().untilAsserted(() -> assertThat(seen.of("plain", key)).containsExactly(1, 2, 3, 4, 5));
    }

    @Test
    void whatIsPublishedWhileDeliveryIsStoppedFollowsItsNextStart() {
        dispatcher.stop();
        alpha.next(key, 3);
        assertThat(seen.of("plain", key)).isEmpty();
        dispatcher.start();
        await().untilAsserted(() -> assertThat(seen.of("plain", key)).containsExactly(1, 2, 3));
    }

    @Test
    void anEventWithoutItsSubscriberIsParked() throws SQLException {
        insertFor("beta.gone");
        reminders.schedule(Ids.next().toString(), 1, Instant.now().plusMillis(1));
        await().untilAsserted(() -> assertThat(parked()).isEqualTo("1 nobody handles alpha.counted.v1 as beta.gone"));
    }

    private void insertFor(String subscriber) throws SQLException {
        try (var connection = owner.connect();
                var insert = connection.prepareStatement("""
                        INSERT INTO runtime.publications
                            (position, claim, event_id, publisher, subscriber, type, key, payload, ready_at)
                        VALUES (nextval('runtime.publication_position'), ?, ?, 'alpha', ?, 'alpha.counted.v1', ?, '{}',
                                clock_timestamp())
                        """)) {
            insert.setObject(1, store.claim());
            insert.setObject(2, Ids.next());
            insert.setString(3, subscriber);
            insert.setString(4, key);
            insert.executeUpdate();
        }
    }

    private String parked() throws SQLException {
        try (var connection = owner.connect();
                var select = connection.prepareStatement(
                        "SELECT attempts || ' ' || coalesce(last_error, '') FROM runtime.publications WHERE key = ? AND parked_at IS NOT NULL")) {
            select.setString(1, key);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }
}
