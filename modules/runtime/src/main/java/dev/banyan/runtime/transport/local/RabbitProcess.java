package dev.banyan.runtime.transport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A RabbitMQ node of the installed server, as a process of its own. It listens on this machine alone. Not thread-safe. */
public final class RabbitProcess implements AutoCloseable {
    private static final List<Path> SERVERS = List.of(
            Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server"),
            Path.of("/opt/homebrew/sbin/rabbitmq-server"),
            Path.of("/usr/local/sbin/rabbitmq-server"));

    private final Path directory;
    private final int port = BrokerProcess.freePort();
    private final int distributionPort = BrokerProcess.freePort();
    private final int nameServerPort = BrokerProcess.freePort();
    private final BrokerProcess process;

    /** @param directory holds its data and {@code rabbit.log}; made when it isn't there */
    public RabbitProcess(Path directory) {
        this.directory = BrokerProcess.directory(directory);
        this.process = new BrokerProcess("RabbitMQ", port, this.directory.resolve("rabbit.log"));
    }

    /** Whether RabbitMQ is installed here. */
    public static boolean isInstalled() {
        return SERVERS.stream().anyMatch(Files::isExecutable);
    }

    /**
     * Starts it, also again after {@link #stop} or {@link #kill} with its data and on its port; returns once it takes connections.
     *
     * @throws UncheckedIOException when it doesn't come up
     */
    public void start() {
        var server = SERVERS.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        process.start(List.of(server.toString()), environment());
    }

    /** Stops it in good order. */
    public void stop() {
        process.stop();
        endNameServer();
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        process.kill();
        endNameServer();
    }

    /** Where clients connect: {@code host:port}, the same after each start. User and password are {@code guest}. */
    public String address() {
        return process.address();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * The process's id.
     *
     * @throws IllegalStateException when it doesn't run
     */
    public long pid() {
        return process.pid();
    }

    public Path log() {
        return process.log();
    }

    @Override
    public void close() {
        stop();
    }

    private Map<String, String> environment() {
        try {
            var plugins = Files.writeString(directory.resolve("enabled_plugins"), "[].\n");
            var settings = Files.writeString(
                    directory.resolve("rabbitmq.conf"),
                    "listeners.tcp.local = 127.0.0.1:%d\nlog.console.level = warning\nlog.console = true\nlog.file = false\n"
                            .formatted(port));
            return Map.of(
                    "HOME", directory.toString(),
                    "RABBITMQ_NODENAME", "banyan%d@localhost".formatted(port),
                    "RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1",
                    "RABBITMQ_DIST_PORT", Integer.toString(distributionPort),
                    "RABBITMQ_MNESIA_BASE", directory.resolve("data").toString(),
                    "RABBITMQ_LOG_BASE", directory.toString(),
                    "RABBITMQ_CONFIG_FILE", settings.toString(),
                    "RABBITMQ_ENABLED_PLUGINS_FILE", plugins.toString(),
                    "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+S 1:1 +sbwt none",
                    "ERL_EPMD_PORT", Integer.toString(nameServerPort));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Erlang starts one for its nodes, and leaves it behind. */
    private void endNameServer() {
        try {
            BrokerProcess.run(
                    List.of("epmd", "-port", Integer.toString(nameServerPort), "-kill"), directory.resolve("epmd.log"));
        } catch (IOException gone) {
            // It has ended already.
        }
    }
}
