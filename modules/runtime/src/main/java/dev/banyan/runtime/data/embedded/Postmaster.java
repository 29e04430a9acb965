package dev.banyan.runtime.data.embedded;

import dev.banyan.runtime.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the server on one cluster. */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final int ATTEMPTS = 5;
    private static final String SECONDS_TO_RECOVER = "3600";
    private static final String SECONDS_TO_STOP = "60";
    private static final Duration POLL = Duration.ofMillis(10);

    private final Path cluster;
    private final Tools tools;
    private final Settings settings;
    private final ServerLog serverLog;

    Postmaster(Path cluster, Tools tools, Settings settings, ServerLog serverLog) {
        this.cluster = cluster;
        this.tools = tools;
        this.settings = settings;
        this.serverLog = serverLog;
    }

    /** A server that accepts connections. */
    record Running(long pid, int port) {}

    /** Starts the server, after the end of one that a killed Banyan left behind; returns when crash recovery is over, however long it takes. */
    Running start() throws IOException {
        endPredecessor();
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            var running = start(freePort());
            if (running.isPresent()) {
                return running.get();
            }
        }
        throw new StartRefusedException("PostgreSQL finds no free port on 127.0.0.1.");
    }

    /** Makes {@code running} end when this process is killed. */
    Guard guard(Running running, DataDirectory directory) {
        return settings.durable()
                ? Guard.of(cluster, running.pid())
                : Guard.removing(directory.path(), cluster, running.pid());
    }

    /** Ends the server and its connections, with everything on disk unless the settings say that nobody needs it; returns when it is gone. */
    void stop() throws IOException {
        if (!stop(settings.durable() ? "fast" : "immediate")) {
            log.warn("PostgreSQL didn't stop in {} s, it recovers at its next start", SECONDS_TO_STOP);
            stop("immediate");
        }
    }

    private boolean stop(String mode) throws IOException {
        Commands.run(tools.command(
                "pg_ctl", List.of("stop", "-D", cluster.toString(), "-m", mode, "-w", "-t", SECONDS_TO_STOP)));
        return PidFile.of(cluster).flatMap(PidFile::server).isEmpty();
    }

    private void endPredecessor() throws IOException {
        var left = PidFile.of(cluster);
        if (left.isEmpty()) {
            PidFile.delete(cluster);
        } else if (left.get().server().isPresent()) {
            log.info("Stopping the PostgreSQL that a killed Banyan left running");
            stop();
        } else if (ProcessHandle.of(left.get().pid()).isPresent()) {
            left.get().disown();
        }
    }

    /** Empty when somebody else took the port first. */
    private Optional<Running> start(int port) throws IOException {
        var left = PidFile.of(cluster);
        var logged = serverLog.size();
        var starter = Commands.launch(tools.command("pg_ctl", startArguments(port)));
        while (starter.isAlive()) {
            var now = PidFile.of(cluster);
            if (now.isPresent() && now.get().isReady() && !now.equals(left)) {
                return Optional.of(new Running(now.get().pid(), port));
            }
            Patience.pause(POLL);
        }
        return started(Patience.await(starter), port, serverLog.since(logged));
    }

    private Optional<Running> started(int status, int port, String messages) throws IOException {
        var written = PidFile.of(cluster);
        if (status == 0 && written.isPresent()) {
            return Optional.of(new Running(written.get().pid(), port));
        }
        if (messages.contains("could not create any TCP/IP sockets")) {
            return Optional.empty();
        }
        throw new StartRefusedException(
                "PostgreSQL can't start: %s; see %s.".formatted(ServerLog.reason(messages), serverLog.file()));
    }

    private List<String> startArguments(int port) {
        return List.of(
                "start",
                "-D",
                cluster.toString(),
                "-l",
                serverLog.file().toString(),
                "-o",
                settings.options(port),
                "-w",
                "-t",
                SECONDS_TO_RECOVER);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
