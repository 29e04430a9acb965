package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

/** A safeguard of the delivery that can be taken away in the database, by editing the function that takes publications. */
enum Control {
    /** Whoever asks gets them, whether they are his or not, there or not. */
    NO_FENCING("RETURNING p.position;", "RETURNING p.position; RETURN QUERY SELECT unnest(p_positions);"),
    /** An earlier event of the key doesn't hold a later one back. */
    NO_ORDER("e.position < p.position", "false");

    private static final String DEFINITION = """
            SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = 'take' AND pronamespace = 'runtime'::regnamespace
            """;

    private final String safeguard;
    private final String instead;

    Control(String safeguard, String instead) {
        this.safeguard = safeguard;
        this.instead = instead;
    }

    /** A safeguard that is away until this is closed. */
    @FunctionalInterface
    interface Absence extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /** Fails when the function has no such safeguard. */
    Absence takeAway(PostgresProcess postgres) throws SQLException {
        var definition = definition(postgres);
        assertThat(definition).contains(safeguard);
        postgres.execute(definition.replace(safeguard, instead));
        return () -> postgres.execute(definition);
    }

    private static String definition(PostgresProcess postgres) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(DEFINITION)) {
            row.next();
            return row.getString(1);
        }
    }
}
