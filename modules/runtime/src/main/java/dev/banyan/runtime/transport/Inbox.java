package dev.banyan.runtime.transport;

import dev.banyan.runtime.events.EventIntake;
import dev.banyan.runtime.events.EventIntake.Received;
import dev.banyan.runtime.transport.CloudEventReader.Nothing;
import dev.banyan.runtime.transport.CloudEventReader.Unclear;
import dev.banyan.runtime.transport.CloudEventReader.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** Takes messages in, each once for each subscriber, in their order. */
class Inbox {
    private static final int PRUNED_AT_ONCE = 1000;

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final CloudEventReader reader;
    private final EventIntake intake;

    Inbox(JdbcOperations jdbc, TransactionOperations transactions, CloudEventReader reader, EventIntake intake) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.reader = reader;
        this.intake = intake;
    }

    private record Entry(String subscriber, UUID eventId) {}

    /**
     * Writes what a module's subscribers haven't had yet; it is committed when this returns. Together in one transaction, but for what isn't
     * understood, which has its own.
     *
     * @return how many of the messages were for the module
     */
    int take(String module, List<CloudEvent> messages) {
        var wanted = new ArrayList<Received>();
        int taken = 0;
        for (var message : messages) {
            switch (reader.read(module, message)) {
                case Nothing _ -> {}
                case Wanted(var event) -> wanted.add(event);
                case Unclear(var event, var reason) -> {
                    taken += add(wanted);
                    wanted.clear();
                    park(event, reason);
                }
            }
        }
        return taken + add(wanted);
    }

    private int add(List<Received> events) {
        if (!events.isEmpty()) {
            transactions.executeWithoutResult(status -> {
                var fresh = enter(events);
                for (var event : events) {
                    var due = due(event, fresh);
                    if (!due.isEmpty()) {
                        intake.add(forSubscribers(event, due));
                    }
                }
            });
        }
        return events.size();
    }

    private void park(Received event, String reason) {
        transactions.executeWithoutResult(status -> {
            var due = due(event, enter(List.of(event)));
            if (!due.isEmpty()) {
                intake.park(forSubscribers(event, due), reason);
            }
        });
    }

    /** Notes them, and returns what was new. Whoever notes the same at the same time waits for the other. */
    private Set<Entry> enter(List<Received> events) {
        var entries = events.stream()
                .flatMap(
                        event -> event.subscribers().stream().map(subscriber -> new Entry(subscriber, event.eventId())))
                .toList();
        var fresh = jdbc.query(
                """
                INSERT INTO runtime.inbox (subscriber, event_id)
                SELECT DISTINCT e.subscriber, e.event_id FROM unnest(?::text[], ?::uuid[]) AS e (subscriber, event_id)
                 ORDER BY e.subscriber, e.event_id
                ON CONFLICT DO NOTHING
                RETURNING subscriber, event_id
                """,
                (row, number) -> new Entry(row.getString(1), row.getObject(2, UUID.class)),
                entries.stream().map(Entry::subscriber).toArray(String[]::new),
                entries.stream().map(Entry::eventId).toArray(UUID[]::new));
        return new HashSet<>(fresh);
    }

    /** Who has to get the event now; each is told once. */
    private static List<String> due(Received event, Set<Entry> fresh) {
        return event.subscribers().stream()
                .filter(subscriber -> fresh.remove(new Entry(subscriber, event.eventId())))
                .toList();
    }

    private static Received forSubscribers(Received event, List<String> subscribers) {
        return new Received(
                event.eventId(),
                event.type(),
                event.publisher(),
                event.key(),
                event.payload(),
                event.origin(),
                subscribers);
    }

    /** Forgets some of what was received longer ago than {@code age}, and returns whether there is more. */
    boolean prune(Duration age) {
        var deleted = transactions.execute(status -> jdbc.update("""
                DELETE FROM runtime.inbox
                 WHERE ctid = ANY (ARRAY(SELECT ctid FROM runtime.inbox
                                          WHERE received_at < clock_timestamp() - ? * interval '1 ms' LIMIT ?))
                """, age.toMillis(), PRUNED_AT_ONCE));
        return deleted != null && deleted == PRUNED_AT_ONCE;
    }
}
