package dev.banyan.runtime.data.move;

import dev.banyan.runtime.data.DatabaseOwner;
import dev.banyan.runtime.data.DatabaseProvisioning;
import dev.banyan.runtime.security.Sealer;
import dev.banyan.runtime.testing.TestDatabases;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A module without code, and the databases that it is in. */
record Cargo(DatabaseOwner owner) {
    static final String MODULE = "cargo";
    static final Sealer SEALER = Sealer.of("one secret for all instances of a test");

    /** A database without anything. */
    static Cargo nowhere() {
        var server = TestDatabases.server();
        var name = "move" + UUID.randomUUID().toString().replace("-", "");
        return new Cargo(new DatabaseOwner(TestDatabases.create(name), server.user(), server.password(), false));
    }

    /** A database with the module's tables as of {@code version}. */
    static Cargo empty(String version) {
        var cargo = nowhere();
        new DatabaseProvisioning(cargo.owner(), SEALER, Map.of(MODULE, version)).provision(List.of(MODULE));
        return cargo;
    }

    /** A database with rows and events of the module. */
    static Cargo full(int items) {
        var cargo = empty("2");
        cargo.fill(items);
        return cargo;
    }

    private void fill(int items) {
        execute("INSERT INTO cargo.crate (path, parent) VALUES ('z', NULL), ('a', 'z')");
        execute("""
                INSERT INTO cargo.item (id, crate, quantity, price, currency, roles, options, search, sealed, grades, note)
                SELECT gen_random_uuid(), CASE WHEN n %% 2 = 0 THEN 'a' ELSE 'z' END, 1 + n %% 9, n * 100, 'EUR', ARRAY['staff', 'a"b,{}'],
                       jsonb_build_object('n', n), to_tsvector('simple', 'word' || n), sha256(n::text::bytea),
                       CASE WHEN n %% 3 = 0 THEN ARRAY['rough', 'fine']::cargo.grade[] END, E'tab\\tline\\n\\\\end ü' || n
                  FROM generate_series(1, %d) n
                """.formatted(items));
        execute("INSERT INTO cargo.entry (item, text) SELECT id, 'note' FROM cargo.item LIMIT 50");
        execute("UPDATE cargo.crate SET first_item = (SELECT min(id::text)::uuid FROM cargo.item)");
        execute("SELECT nextval('cargo.number') FROM generate_series(1, 42)");
        event("waiting-2", "NULL, NULL, NULL");
        event("waiting-1", "NULL, NULL, NULL");
        event("retrying", "NULL, clock_timestamp() + interval '1 minute', NULL");
        event("parked", "NULL, NULL, clock_timestamp()");
        event("cargo", "broker", "to be sent", "NULL, NULL, NULL");
        event("alpha", "broker", "of another", "NULL, NULL, NULL");
        event("timer", "clock_timestamp() + interval '1 day', clock_timestamp() + interval '1 day', NULL");
        execute("""
                INSERT INTO runtime.skipped_publications
                       (position, event_id, publisher, subscriber, type, key, payload, published_at, attempts, skipped_by, reason)
                VALUES (7, gen_random_uuid(), 'alpha', 'cargo.listener', 'x', 'skipped', '{}', now(), 3, 'staff', 'why not')
                """);
    }

    /** One for the module and one for another whose name begins alike. */
    private void event(String key, String dueReadyParked) {
        event("alpha", "cargo.listener", key, dueReadyParked);
        event("cargo", "cargonauts.listener", key, dueReadyParked);
    }

    private void event(String publisher, String subscriber, String key, String dueReadyParked) {
        execute("""
                INSERT INTO runtime.publications
                       (position, claim, event_id, publisher, subscriber, type, key, payload, due_at, ready_at, parked_at)
                VALUES (nextval('runtime.publication_position'), gen_random_uuid(), gen_random_uuid(), '%s', '%s', 'x', '%s', '{}', %s)
                """.formatted(publisher, subscriber, key, dueReadyParked));
    }

    /** Everything that belongs to the module, as text. */
    List<String> content() {
        return list("""
                SELECT 'item ' || i::text FROM cargo.item i UNION ALL SELECT 'crate ' || c::text FROM cargo.crate c
                UNION ALL SELECT 'entry ' || e::text FROM cargo.entry e
                UNION ALL SELECT 'history ' || h::text FROM cargo.flyway_schema_history h
                UNION ALL SELECT 'sequence ' || sequencename || ' ' || coalesce(last_value, 0) FROM pg_sequences WHERE schemaname = 'cargo'
                UNION ALL SELECT 'constraint ' || conname || ' ' || pg_get_constraintdef(oid)
                            FROM pg_constraint WHERE connamespace = 'cargo'::regnamespace
                UNION ALL SELECT 'trigger ' || tgname || tgenabled::text FROM pg_trigger WHERE tgrelid = 'cargo.item'::regclass AND NOT tgisinternal
                 ORDER BY 1
                """);
    }

    /** The module's events, those to be sent among them, in order, without what is this database's own. */
    List<String> events() {
        return list("""
                SELECT concat_ws(' ', event_id, publisher, subscriber, type, key, payload, published_at, due_at, ready_at, attempts, parked_at)
                  FROM runtime.publications WHERE starts_with(subscriber, 'cargo.') OR (subscriber, publisher) = ('broker', 'cargo') ORDER BY position
                """);
    }

    List<String> skipped() {
        return list(
                "SELECT concat_ws(' ', event_id, key, skipped_at, reason) FROM runtime.skipped_publications ORDER BY position");
    }

    /** Whether the module's role reaches its tables. */
    boolean isOpen() {
        return number("SELECT has_schema_privilege(current_database() || '_cargo', 'cargo', 'USAGE')::integer") == 1;
    }

    MoveDatabase open() {
        return MoveDatabase.open(owner, owner.address(), MODULE);
    }

    long number(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    List<String> list(String sql) {
        return jdbc().sql(sql).query(String.class).list();
    }

    void execute(String sql) {
        new JdbcTemplate(source()).execute(sql);
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(source());
    }

    private DataSource source() {
        return new DriverManagerDataSource(owner.url(), owner.user(), owner.password());
    }
}
