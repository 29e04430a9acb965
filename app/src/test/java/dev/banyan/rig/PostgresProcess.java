package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.runtime.data.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server as a process of its own, at one port for life, that can be stopped in all ways and started again. */
final class PostgresProcess implements AutoCloseable {
    private static final String USER = "postgres";

    private static final String DATABASE = "banyan";

    private final Path directory;
    private final List<String> program;
    private final int port = Ports.free();
    private OwnProcess process;

    private PostgresProcess(Path directory) throws IOException {
        this.directory = directory;
        this.program = program(directory);
        this.process = launch();
        awaitReady();
    }

    /** Makes a cluster with an empty database in {@code directory}, and starts a server on it. */
    static PostgresProcess create(Path directory) throws IOException, SQLException {
        EmbeddedServer.start(directory).close();
        var server = new PostgresProcess(directory);
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        return server;
    }

    /** Starts a server on a copy of {@code cluster}. */
    static PostgresProcess onCopy(Path cluster, Path directory) throws IOException {
        var copying = OwnProcess.start(
                "copying",
                directory.resolveSibling("copying.log"),
                List.of("cp", "-a", cluster.toString(), directory.toString()),
                Map.of());
        assertThat(copying.awaitEnd()).as(copying.output()).isZero();
        return new PostgresProcess(directory);
    }

    /** The server's own program, as it was started last; PostgreSQL refuses to run as root. */
    private static List<String> program(Path directory) throws IOException {
        var started = Files.readString(directory.resolve("postgresql/postmaster.opts"));
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(started.substring(0, started.indexOf(" \"")));
        return command;
    }

    int port() {
        return port;
    }

    String password() {
        try {
            return Files.readString(directory.resolve("postgresql.password")).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What makes the application use the database by way of {@code throughPort}: a proxy's, or the server's own. The password is in the environment. */
    List<String> owner(int throughPort) {
        return List.of(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/%s".formatted(throughPort, DATABASE),
                "--spring.datasource.username=" + USER);
    }

    /** A connection of the database's owner, past all proxies. */
    Connection connect() throws SQLException {
        return connect(DATABASE);
    }

    private Connection connect(String database) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:%d/%s?stringtype=unspecified&connectTimeout=2&ApplicationName=rig"
                .formatted(port, database);
        return DriverManager.getConnection(url, USER, password());
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends connections, then the server. */
    void stopFast() {
        process.signal("INT");
        process.awaitEnd();
    }

    /** Ends without a checkpoint: the next start recovers. */
    void stopImmediately() {
        process.signal("QUIT");
        process.awaitEnd();
    }

    void kill() {
        process.kill();
    }

    /** Freezes the server and all its connections. */
    void freeze() {
        process.signalAll("STOP");
    }

    void thaw() {
        process.signalAll("CONT");
    }

    void start() {
        process = launch();
        awaitReady();
    }

    @Override
    public void close() {
        process.close();
    }

    private OwnProcess launch() {
        var command = new ArrayList<>(program);
        command.addAll(List.of("-D", directory.resolve("postgresql").toString(), "-p", Integer.toString(port)));
        for (var setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "jit=off",
                "fsync=off",
                "log_min_error_statement=panic")) {
            command.addAll(List.of("-c", setting));
        }
        return OwnProcess.start(
                "PostgreSQL", directory.resolve("server.log"), command, Map.of("LC_ALL", "C", "TZ", "UTC"));
    }

    private void awaitReady() {
        await("PostgreSQL takes connections, see " + directory)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> {
                    connect("postgres").close();
                    return true;
                });
    }
}
