package dev.banyan.runtime.data.move;

import static dev.banyan.runtime.data.DatabaseRoles.quoted;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The values of a schema's sequences, those behind identity columns among them. */
final class Sequences {
    private final JdbcClient jdbc;
    private final String schema;

    Sequences(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /** @param used whether {@code last} was given out */
    record Value(long last, boolean used) {}

    Map<String, Value> values() {
        var names = jdbc.sql("SELECT sequencename FROM pg_sequences WHERE schemaname = ?")
                .param(schema)
                .query((row, number) -> row.getString(1))
                .list();
        var values = new TreeMap<String, Value>();
        names.forEach(name -> values.put(name, valueOf(name)));
        return values;
    }

    void set(Map<String, Value> values) {
        values.forEach((name, value) -> jdbc.sql("SELECT setval(?::regclass, ?, ?)")
                .params(relation(name), value.last(), value.used())
                .query()
                .listOfRows());
    }

    private Value valueOf(String name) {
        return jdbc.sql("SELECT last_value, is_called FROM " + relation(name))
                .query((row, number) -> new Value(row.getLong(1), row.getBoolean(2)))
                .single();
    }

    private String relation(String name) {
        return quoted(schema) + "." + quoted(name);
    }
}
