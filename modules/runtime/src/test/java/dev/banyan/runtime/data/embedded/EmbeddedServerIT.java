package dev.banyan.runtime.data.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.banyan.runtime.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class EmbeddedServerIT {

    @TempDir
    Path data;

    @Test
    void keepsItsDataAcrossRestarts() throws SQLException {
        try (var server = EmbeddedServer.start(data)) {
            execute(server, "CREATE TABLE kept (id int)");
            execute(server, "INSERT INTO kept VALUES (42)");
        }
        assertKept();
    }

    @Test
    void endsWithItsKilledProcess() throws Exception {
        var process = ServerInItsOwnProcess.start(data);
        var server = PidFile.of(cluster()).flatMap(PidFile::server).orElseThrow();
        process.destroyForcibly().waitFor();
        await().atMost(20, SECONDS).until(() -> !server.isAlive());
        assertKept();
    }

    @Test
    void endsItsProcessWhenTheServerIsKilled() throws Exception {
        var process = ServerInItsOwnProcess.start(data);
        PidFile.of(cluster()).flatMap(PidFile::server).orElseThrow().destroyForcibly();
        try {
            assertThat(process.waitFor(20, SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertKept();
    }

    @Test
    void endsServerThatOutlivedItsProcess() throws Exception {
        var process = ServerInItsOwnProcess.start(data);
        var server = PidFile.of(cluster()).flatMap(PidFile::server).orElseThrow();
        guardOf(process).destroyForcibly();
        process.destroyForcibly().waitFor();
        assertThat(server.isAlive()).isTrue();
        assertKept();
        await().atMost(20, SECONDS).until(() -> !server.isAlive());
    }

    @Test
    void recoversWhenTheServerWasKilledToo() throws Exception {
        var process = ServerInItsOwnProcess.start(data);
        var server = PidFile.of(cluster()).flatMap(PidFile::server).orElseThrow();
        guardOf(process).destroyForcibly();
        process.destroyForcibly().waitFor();
        server.destroyForcibly();
        assertKept();
    }

    @Test
    void takesNoOtherProcessForTheServer() throws Exception {
        EmbeddedServer.start(data).close();
        Files.write(
                cluster().resolve("postmaster.pid"),
                List.of(
                        Long.toString(ProcessHandle.current().pid()),
                        cluster().toString(),
                        "1",
                        "5432",
                        "",
                        "127.0.0.1",
                        "0 0",
                        "ready"));
        EmbeddedServer.start(data).close();
    }

    @Test
    void startsAfterCrashLeftAnEmptyPidFile() throws Exception {
        EmbeddedServer.start(data).close();
        Files.createFile(cluster().resolve("postmaster.pid"));
        EmbeddedServer.start(data).close();
    }

    @Test
    void refusesSecondServerOnTheSameData() {
        try (var _ = EmbeddedServer.start(data)) {
            assertThatExceptionOfType(StartRefusedException.class).isThrownBy(() -> EmbeddedServer.start(data));
        }
    }

    @Test
    void refusesDataOfAnotherVersion() throws IOException {
        EmbeddedServer.start(data).close();
        Files.writeString(cluster().resolve("PG_VERSION"), "15\n");
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> EmbeddedServer.start(data))
                .withMessageContaining("was written by PostgreSQL 15");
    }

    @Test
    void tellsWhyTheServerDoesNotStart() throws IOException {
        EmbeddedServer.start(data).close();
        Files.writeString(cluster().resolve("postgresql.conf"), "shared_preload_libraries = 'missing'\n");
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> EmbeddedServer.start(data))
                .withMessageStartingWith("PostgreSQL can't start: could not access file \"missing\"")
                .withMessageContaining("postgresql.log");
    }

    @Test
    void losesNothingThatWasCommitted() throws SQLException {
        try (var server = EmbeddedServer.start(data)) {
            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                    .allSatisfy(setting ->
                            assertThat(value(server, "SHOW " + setting)).isEqualTo("on"));
        }
    }

    @Test
    void asksForThePassword() {
        try (var server = EmbeddedServer.temporary()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), "wrong"))
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    void temporaryServerLeavesNothing() throws SQLException {
        Path directory;
        try (var server = EmbeddedServer.temporary()) {
            directory = Path.of(value(server, "SHOW data_directory"));
            assertThat(directory).exists();
        }
        assertThat(directory.getParent()).doesNotExist();
    }

    private void assertKept() throws SQLException {
        try (var server = EmbeddedServer.start(data)) {
            assertThat(value(server, "SELECT id FROM kept")).isEqualTo("42");
        }
    }

    private Path cluster() {
        return data.resolve("postgresql");
    }

    private static ProcessHandle guardOf(Process process) {
        return process.children()
                .filter(child -> List.of(child.info().arguments().orElseGet(() -> new String[0]))
                        .contains("banyan-guard"))
                .findFirst()
                .orElseThrow();
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(EmbeddedServer server, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
