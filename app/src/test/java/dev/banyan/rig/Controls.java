package dev.banyan.rig;

import java.sql.SQLException;

/** Takes a safeguard of the delivery away, in the database, by editing the function that takes publications. */
enum Controls {
    /** Whoever asks gets them, whether they are his or not, there or not. */
    NO_FENCING("RETURNING p.position;", "RETURNING p.position; RETURN QUERY SELECT unnest(p_positions);"),
    /** An earlier event of the key doesn't hold a later one back. */
    NO_ORDER("e.position < p.position", "false");

    private final String safeguard;
    private final String instead;

    Controls(String safeguard, String instead) {
        this.safeguard = safeguard;
        this.instead = instead;
    }

    /** Fails when the function has no such safeguard. */
    void takeAway(PostgresProcess postgres) throws SQLException {
        postgres.execute("""
                DO $do$
                DECLARE
                    f oid := (SELECT oid FROM pg_proc WHERE proname = 'take' AND pronamespace = 'runtime'::regnamespace);
                    body text := pg_get_functiondef(f);
                BEGIN
                    IF position('%1$s' IN body) = 0 THEN RAISE EXCEPTION 'runtime.take has no %1$s'; END IF;
                    EXECUTE replace(body, '%1$s', '%2$s');
                END $do$
                """.formatted(safeguard, instead));
    }
}
