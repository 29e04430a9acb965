package dev.banyan.runtime.data.move;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a schema's tables do by themselves when a row comes: foreign keys refuse it before the row that it refers to is there, triggers may change it.
 * Both are put off while rows are copied that have been through them.
 */
final class Reactions {
    private final JdbcClient jdbc;
    private final List<Reaction> reactions;

    private Reactions(JdbcClient jdbc, List<Reaction> reactions) {
        this.jdbc = jdbc;
        this.reactions = reactions;
    }

    private record Reaction(String off, String on) {}

    static Reactions of(JdbcClient jdbc, String schema) {
        var reactions = jdbc.sql("""
                        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                               format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                          FROM pg_constraint
                         WHERE contype = 'f' AND conparentid = 0 AND connamespace = to_regnamespace(quote_ident(:schema))
                        UNION ALL
                        SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname),
                               format('ALTER TABLE %s ENABLE TRIGGER %I', tgrelid::regclass, tgname)
                          FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                         WHERE NOT tgisinternal AND tgenabled = 'O' AND c.relnamespace = to_regnamespace(quote_ident(:schema))
                        """)
                .param("schema", schema)
                .query((row, number) -> new Reaction(row.getString(1), row.getString(2)))
                .list();
        return new Reactions(jdbc, reactions);
    }

    void off() {
        reactions.forEach(reaction -> jdbc.sql(reaction.off()).update());
    }

    /** Checks all foreign keys, too. */
    void on() {
        reactions.forEach(reaction -> jdbc.sql(reaction.on()).update());
    }
}
