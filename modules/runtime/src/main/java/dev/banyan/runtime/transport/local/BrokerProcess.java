package dev.banyan.runtime.transport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One broker as a process: started, stopped, killed and started again on the same port. */
final class BrokerProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final String name;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    BrokerProcess(String name, int port, Path log) {
        this.name = name;
        this.port = port;
        this.log = log;
    }

    /** Starts it, and returns once it takes connections. */
    void start(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
            awaitPort(process);
        } catch (IOException failure) {
            throw new UncheckedIOException("%s can't be started".formatted(name), failure);
        }
    }

    private void awaitPort(Process started) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(port)) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                started.destroyForcibly();
                throw new IOException("%s did not come up, see %s".formatted(name, log));
            }
            pause();
        }
    }

    /** Ends it in good order; by force when that takes too long. */
    void stop() {
        end(false);
    }

    /** Ends it at once, as a crash would. */
    void kill() {
        end(true);
    }

    private void end(boolean atOnce) {
        var ending = process;
        process = null;
        if (ending == null) {
            return;
        }
        var children = ending.descendants().toList();
        try {
            if (!atOnce) {
                ending.destroy();
                ending.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
            }
            ending.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            ending.waitFor();
        } catch (InterruptedException interrupted) {
            ending.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /**
     * The process's id.
     *
     * @throws IllegalStateException when it doesn't run
     */
    long pid() {
        if (process == null) {
            throw new IllegalStateException(name + " does not run");
        }
        return process.pid();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    Path log() {
        return log;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void run(List<String> command, Path log) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("%s failed, see %s".formatted(command.getFirst(), log));
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    static Path directory(Path directory) {
        try {
            return Files.createDirectories(directory).toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
