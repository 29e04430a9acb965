package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Http;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One instance of the application: at one port for life, started and ended any number of times. */
final class AppProcess implements AutoCloseable {
    /** How a process ends that was halted at a failpoint. */
    static final int HALTED = 86;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final Path work;
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final int port = Ports.free();
    private @Nullable OwnProcess process;

    AppProcess(String name, Path work, List<String> arguments, Map<String, String> environment) {
        this.name = name;
        this.work = work;
        this.arguments = arguments;
        this.environment = environment;
    }

    Http http() {
        return new Http(URI.create("http://127.0.0.1:" + port));
    }

    int port() {
        return port;
    }

    Path log() {
        return work.resolve(name + ".log");
    }

    /** Starts it and doesn't wait. */
    void launch(String... jvmOptions) {
        var command = new ArrayList<>(Build.command(jvmOptions));
        command.add("--server.port=" + port);
        command.add("--banyan.data-dir=" + work.resolve(name));
        command.addAll(arguments);
        process = OwnProcess.start(name, log(), command, environment);
    }

    /** Starts it and returns when it is ready: it has scheduled, too, what it does by itself. */
    void start(String... jvmOptions) {
        launch(jvmOptions);
        awaitOpen();
    }

    void awaitOpen() {
        await(name + " opens, see " + log())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    assertThat(process().isAlive())
                            .as("%s runs, see %s", name, log())
                            .isTrue();
                    return process().output().contains("Shop ") && isReady();
                });
    }

    private boolean isReady() {
        try {
            return http().get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException busy) {
            return false;
        }
    }

    OwnProcess process() {
        assertThat(process).as(name + " was started").isNotNull();
        return process;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    void kill() {
        process().kill();
    }

    /** {@code SIGTERM}; returns the exit code. */
    int stop() {
        process().signal("TERM");
        return process().awaitEnd();
    }

    void freeze() {
        process().signal("STOP");
    }

    void thaw() {
        process().signal("CONT");
    }

    /** Has it halt, sleep or skip when it comes to that point for the {@code hits}-th time from now on. */
    void arm(String point, int hits, String action, long millis) {
        var query = "?point=%s&hits=%d&action=%s&millis=%d".formatted(point.replace(" ", "%20"), hits, action, millis);
        http().post("/api/rig/failpoints" + query, "").expect(200);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
