package dev.banyan.runtime.data.move;

import dev.banyan.runtime.data.move.Move.State;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code runtime.moves} of one database, and the module's events that a move concerns. */
final class Moves {
    /** Which events move along: what is to be delivered to the module, and what it is to send, both in their order. */
    static final String EVENTS = "(starts_with(subscriber, '%1$s.') OR subscriber = 'broker' AND publisher = '%1$s')";

    private final JdbcClient jdbc;
    private final String module;

    Moves(JdbcClient jdbc, String module) {
        this.jdbc = jdbc;
        this.module = module;
    }

    /** Which database this is, at whatever address. */
    UUID identity() {
        return jdbc.sql("SELECT id FROM runtime.identity").query(UUID.class).single();
    }

    Optional<Move> find() {
        return jdbc.sql("SELECT id, state, other, address FROM runtime.moves WHERE module = ?")
                .param(module)
                .query((row, number) -> new Move(
                        module,
                        row.getObject("id", UUID.class),
                        State.valueOf(row.getString("state")),
                        row.getObject("other", UUID.class),
                        row.getString("address")))
                .optional();
    }

    void put(Move move) {
        put(move, "");
    }

    void put(Move move, String content) {
        jdbc.sql("""
                        INSERT INTO runtime.moves (module, id, state, other, address, content) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (module) DO UPDATE
                           SET id = excluded.id, state = excluded.state, other = excluded.other, address = excluded.address,
                               content = excluded.content, changed_at = excluded.changed_at
                        """)
                .params(move.module(), move.id(), move.state().name(), move.other(), move.address(), content)
                .update();
    }

    void remove() {
        jdbc.sql("DELETE FROM runtime.moves WHERE module = ?").param(module).update();
    }

    /** Takes the module's events from whoever was to deliver them: nobody delivers what belongs to a move. */
    void claimEvents(UUID move) {
        jdbc.sql("UPDATE runtime.publications SET claim = ? WHERE " + EVENTS.formatted(module))
                .param(move)
                .update();
    }

    /** Lets whoever hosts the module next have the events that a move has claimed: they are an instance's that is gone. */
    void handEventsOver(UUID move) {
        jdbc.sql("""
                        INSERT INTO runtime.instances (id, name, modules, lease_until) VALUES (?, 'move', '{}', clock_timestamp())
                        ON CONFLICT DO NOTHING
                        """).param(move).update();
    }
}
