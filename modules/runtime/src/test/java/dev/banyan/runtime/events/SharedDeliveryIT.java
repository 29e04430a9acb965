package dev.banyan.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.beta.internal.Seen;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.RuntimeIT;
import dev.banyan.runtime.data.DatabaseOwner;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Under a backlog, events of several keys share a transaction. */
class SharedDeliveryIT extends RuntimeIT {
    private static final int KEYS = 400;

    @Autowired
    AlphaService alpha;

    @Autowired
    Seen seen;

    @Autowired
    DatabaseOwner owner;

    private final String prefix = Ids.next().toString();
    private final List<String> keys =
            Stream.iterate(1, n -> n + 1).limit(KEYS).map(n -> prefix + "/" + n).toList();

    @Test
    void everyEventIsHandledOnceInFewerTransactions() throws SQLException {
        publish();
        awaitEachOnce("plain");
        assertThat(number("SELECT count(DISTINCT xmin::text) FROM beta.seen WHERE subscriber = 'plain' AND key LIKE ?"))
                .isLessThan(KEYS);
        awaitEachOnce("step");
        assertThat(number("SELECT count(DISTINCT xmin::text) FROM beta.seen WHERE subscriber = 'step' AND key LIKE ?"))
                .as("a step has a transaction of its own")
                .isEqualTo(KEYS);
    }

    @Test
    void oneThatFailsTakesNoOtherWithIt() {
        var failing = List.of(keys.get(KEYS / 2), keys.getLast());
        failing.forEach(key -> FaultPlan.fail("plain", key, 2));
        publish();
        awaitEachOnce("plain");
        failing.forEach(key -> assertThat(FaultPlan.calls("plain", key)).isGreaterThanOrEqualTo(3));
    }

    private void publish() {
        alpha.inTransaction(jdbc -> keys.forEach(alpha::next));
    }

    private void awaitEachOnce(String listener) {
        await().untilAsserted(() -> assertThat(
                        number("SELECT count(DISTINCT key) FROM beta.seen WHERE subscriber = '%s' AND key LIKE ?"
                                .formatted(listener)))
                .isEqualTo(KEYS));
        keys.forEach(key -> assertThat(seen.of(listener, key)).containsExactly(1));
    }

    private long number(String sql) throws SQLException {
        try (var connection = owner.connect();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, prefix + "%");
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
