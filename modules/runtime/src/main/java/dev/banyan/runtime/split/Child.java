package dev.banyan.runtime.split;

import dev.banyan.runtime.split.Plan.Planned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of the topology, from its start to its end and over again. */
final class Child {
    private static final Duration GRACE = Duration.ofSeconds(35);
    private static final String REFUSAL = "Banyan did not start: ";

    /** Where a process is in its life. */
    enum State {
        WAITING,
        STARTING,
        READY,
        SILENT,
        DEAD,
        STOPPED
    }

    private final Planned planned;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private volatile State state = State.WAITING;
    private volatile @Nullable Process process;
    private long logged;

    Child(Planned planned, List<String> command, Map<String, String> environment, Path log) {
        this.planned = planned;
        this.command = command;
        this.environment = environment;
        this.log = log;
    }

    Planned planned() {
        return planned;
    }

    Path log() {
        return log;
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    /** Starts it; what it prints is appended to its log. */
    synchronized Process start() throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(Child::isOfOneProcess);
        builder.environment().putAll(environment);
        logged = Files.exists(log) ? Files.size(log) : 0;
        var started = builder.start();
        process = started;
        state = State.STARTING;
        return started;
    }

    /** What says where a single process is and what it hosts would be wrong for each of several. */
    private static boolean isOfOneProcess(String variable) {
        return List.of("SERVER_PORT", "SERVER_ADDRESS", "BANYAN_MODULES", "BANYAN_PROCESS", "BANYAN_TOPOLOGY")
                        .contains(variable)
                || variable.startsWith("SPRING_DATASOURCE_")
                || variable.startsWith("BANYAN_SERVICES_");
    }

    /** Ends it in good order, so that it can be started again. */
    void end() {
        var present = process;
        if (present != null) {
            present.destroy();
        }
    }

    /** Ends it for good: in good order, or by force when that takes too long. */
    void stop() {
        var present = process;
        if (present == null || !present.isAlive()) {
            state = State.STOPPED;
            return;
        }
        present.destroy();
        try {
            if (!present.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                present.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            present.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        state = State.STOPPED;
    }

    /** In MiB; empty where that can't be told. */
    OptionalLong memory() {
        var present = process;
        return present == null || !present.isAlive() ? OptionalLong.empty() : Memory.of(present.pid());
    }

    /** Why it ended right after its start, as far as it has said so. */
    synchronized String lastWords() {
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(logged);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(REFUSAL))
                    .map(line -> line.substring(REFUSAL.length()))
                    .findFirst()
                    .orElse("it ended");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
