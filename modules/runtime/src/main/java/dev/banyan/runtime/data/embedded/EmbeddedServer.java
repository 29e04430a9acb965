package dev.banyan.runtime.data.embedded;

import dev.banyan.runtime.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL 18 of our own as a child of this process, reachable from this machine alone, at a free port, with a password. It ends with this
 * process: cleanly, and after the application contexts, when the process ends normally; on its own when the process is killed.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    private final DataDirectory directory;
    private final Postmaster postmaster;
    private final int port;
    private final long pid;
    private final Guard guard;
    private final Ending ending;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedServer(DataDirectory directory, Postmaster postmaster, Ending ending) throws IOException {
        var running = postmaster.start();
        this.directory = directory;
        this.postmaster = postmaster;
        this.port = running.port();
        this.guard = postmaster.guard(running, directory);
        this.ending = ending;
        this.pid = running.pid();
    }

    /** What remains to be done with the directory when the server is gone. */
    @FunctionalInterface
    private interface Ending {
        void end() throws IOException;
    }

    /**
     * Starts the server on the data in {@code directory}, set up at first use. What was committed is there again, also after this process or the
     * whole machine was stopped without warning.
     *
     * @throws StartRefusedException when this machine or the directory doesn't allow it
     */
    public static EmbeddedServer start(DataDirectory directory) {
        return start(directory, Settings.safe(), () -> {});
    }

    /** {@link #start(DataDirectory)} on a directory that is held as long as the server runs. */
    public static EmbeddedServer start(Path dataDirectory) {
        var directory = DataDirectory.open(dataDirectory);
        return start(directory, Settings.safe(), directory::close);
    }

    /** Starts an empty server for tests: fast, and forgets everything when it ends. */
    public static EmbeddedServer temporary() {
        try {
            var directory = DataDirectory.open(Files.createTempDirectory("banyan-postgresql-"));
            return start(directory, Settings.forgetful(), () -> {
                directory.close();
                FileSystemUtils.deleteRecursively(directory.path());
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static EmbeddedServer start(DataDirectory directory, Settings settings, Ending ending) {
        try {
            try {
                var server = new EmbeddedServer(directory, postmaster(directory, settings), ending);
                server.endWithTheProcess();
                server.endTheProcessAlong();
                return server;
            } catch (IOException | RuntimeException failure) {
                ending.end();
                throw failure;
            }
        } catch (IOException failure) {
            throw new StartRefusedException(
                    "PostgreSQL can't start on the data directory %s: %s."
                            .formatted(directory.path(), failure.getMessage()),
                    failure);
        }
    }

    /** Handlers run after the application contexts are closed. */
    private void endWithTheProcess() {
        try {
            SpringApplication.getShutdownHandlers().add(this::close);
        } catch (IllegalStateException processIsEnding) {
            close();
            throw new StartRefusedException("Banyan was told to stop before it had started.", processIsEnding);
        }
    }

    /** Without its server this process only looks alive: it ends, for whoever watches over it to start it anew. */
    private void endTheProcessAlong() {
        Thread.ofVirtual().name("postgresql-watch").start(() -> {
            ProcessHandle.of(pid).ifPresent(server -> server.onExit().join());
            ended();
        });
    }

    private void ended() {
        if (!closed.get()) {
            log.error(
                    "PostgreSQL (process {}) has ended by itself, so Banyan ends; see its log in {}",
                    pid,
                    directory.path());
            System.exit(1);
        }
    }

    private static Postmaster postmaster(DataDirectory directory, Settings settings) throws IOException {
        var tools = new Tools(Binaries.directory(directory.path().resolve("cache")));
        var cluster = Cluster.prepared(directory, tools, settings.durable());
        return new Postmaster(cluster, tools, settings, ServerLog.in(directory.path()));
    }

    /** The URL of {@code database} in this server; whether there is such a database is up to the caller. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** The server's superuser. */
    public String user() {
        return Cluster.SUPERUSER;
    }

    /** The superuser's password. */
    public String password() {
        return directory.secret(Cluster.PASSWORD_FILE);
    }

    /** Ends the server; returns when it is gone. Repeatable. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                postmaster.stop();
                ending.end();
                guard.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
