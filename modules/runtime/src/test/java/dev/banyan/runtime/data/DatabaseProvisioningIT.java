package dev.banyan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.security.Sealer;
import dev.banyan.runtime.testing.TestDatabases;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts on a database of one's own: fresh, older, and taken by several processes at once. */
class DatabaseProvisioningIT {
    private static final List<String> MODULES = List.of("alpha", "beta");

    private final DatabaseOwner owner = owner();

    @TempDir
    Path classes;

    @Test
    void severalStartsAtOnceMigrateOnce() throws Exception {
        int starts = 4;
        var together = new CyclicBarrier(starts);
        try (var processes = Executors.newFixedThreadPool(starts)) {
            var all = IntStream.range(0, starts)
                    .<Future<DatabaseRoles>>mapToObj(start -> processes.submit(() -> {
                        together.await();
                        return provisioning(owner).provision(MODULES);
                    }))
                    .toList();
            for (var start : all) {
                assertThat(start.get().login()).isEqualTo(database() + "_app");
            }
        }
        assertThat(number("SELECT count(*) FROM alpha.flyway_schema_history WHERE version = '1'"))
                .isOne();
        assertThat(number("SELECT count(DISTINCT version) - count(version) FROM runtime.flyway_schema_history"))
                .isZero();
    }

    @Test
    void anOlderDatabaseIsMigratedAndKeepsItsData() throws Exception {
        migration("V1__create_things.sql", "CREATE TABLE gamma.things (id int);");
        provisionGamma();
        execute("INSERT INTO gamma.things VALUES (42)");
        migration("V2__add_things_name.sql", "ALTER TABLE gamma.things ADD COLUMN name text DEFAULT 'old';");
        provisionGamma();
        assertThat(number("SELECT id FROM gamma.things WHERE name = 'old'")).isEqualTo(42);
    }

    @Test
    void aRefusedLoginIsToldInOneSentence() throws Exception {
        var roles = provisioning(owner).provision(MODULES);
        execute("ALTER ROLE %s NOLOGIN".formatted(roles.login()));
        assertThatThrownBy(() -> open(withParameter(), roles, Duration.ofMinutes(1)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("admits its owner 'postgres', but not '%s'".formatted(roles.login()))
                .hasMessageContaining("is not permitted to log in")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void unreachableDatabaseIsToldWithoutParameters() {
        var nowhere = new DatabaseOwner("jdbc:nothing://localhost/shop?sslpassword=hidden", "me", "secret", false);
        assertThatThrownBy(() -> provisioning(nowhere).provision(MODULES))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("The database at jdbc:nothing://localhost/shop can't be reached")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void anotherSecretIsRefusedBeforeTheLoginsPasswordChanges() throws Exception {
        var roles = provisioning(owner).provision(MODULES);
        var another = sealer();
        when(another.open(any(), any())).thenThrow(new IllegalStateException("sealed with another secret"));
        assertThatThrownBy(() -> new DatabaseProvisioning(owner, another).provision(MODULES))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("another banyan.secret");
        assertThatCode(() -> open(owner, roles, Duration.ofMinutes(1)).close()).doesNotThrowAnyException();
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() throws Exception {
        var roles = provisioning(owner).provision(MODULES);
        try (var source = open(owner, roles, Duration.ofSeconds(1))) {
            source.whileOpening(() -> assertThatThrownBy(() -> sleepOn(source))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("I/O error"));
        }
    }

    private static void sleepOn(ModuleDataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(20)");
        }
    }

    private void migration(String name, String sql) throws IOException {
        var directory = Files.createDirectories(classes.resolve("db/migration/gamma"));
        Files.writeString(directory.resolve(name), sql);
    }

    /** As a process with the migrations there are now. */
    private void provisionGamma() throws IOException {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            provisioning(owner).provision(List.of("gamma"));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static DatabaseProvisioning provisioning(DatabaseOwner owner) {
        return new DatabaseProvisioning(owner, sealer());
    }

    private static Sealer sealer() {
        Sealer sealer = mock();
        when(sealer.seal(any(), any())).thenReturn(new byte[1]);
        return sealer;
    }

    private DatabaseOwner withParameter() {
        return new DatabaseOwner(owner.url() + "?sslpassword=hidden", owner.user(), owner.password(), false);
    }

    private static ModuleDataSource open(DatabaseOwner at, DatabaseRoles roles, Duration silence) {
        var pool = new DataProperties.Pool(1, Duration.ofSeconds(5), silence);
        var properties = new DataProperties(Path.of("unused"), pool, Duration.ofSeconds(10));
        return ModuleDataSource.open(at, roles, properties, Instance.ofThisProcess());
    }

    private static DatabaseOwner owner() {
        var url = TestDatabases.create("p" + UUID.randomUUID().toString().replace("-", ""));
        var server = TestDatabases.server();
        return DatabaseOwner.configured(url, server.user(), server.password());
    }

    private String database() {
        return Path.of(URI.create(owner.url().substring("jdbc:".length())).getPath())
                .getFileName()
                .toString();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = owner.connect();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
