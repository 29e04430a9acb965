package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A plain process in a process group of its own, with a log file. None outlives this JVM, unless that is killed. */
final class OwnProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<OwnProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(OwnProcess::kill)));
    }

    private final String name;
    private final Process process;
    private final Path log;
    private final long logged;

    private OwnProcess(String name, Process process, Path log, long logged) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.logged = logged;
    }

    /** Starts it and doesn't wait; what it prints is appended to {@code log}. */
    static OwnProcess start(String name, Path log, List<String> command, Map<String, String> environment) {
        var grouped = new ArrayList<>(List.of("setsid"));
        grouped.addAll(command);
        var builder = new ProcessBuilder(grouped)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        builder.environment().putAll(environment);
        try {
            long logged = Files.exists(log) ? Files.size(log) : 0;
            var process = new OwnProcess(name, builder.start(), log, logged);
            RUNNING.add(process);
            return process;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a signal ({@code TERM}, {@code STOP}, …) to the process alone. */
    void signal(String signal) {
        kill(signal, List.of(Long.toString(pid())));
    }

    /** Sends a signal to the process and everything that it started: its group, and descendants in groups of their own. */
    void signalAll(String signal) {
        var targets = new ArrayList<>(List.of("-" + pid()));
        process.descendants().map(child -> Long.toString(child.pid())).forEach(targets::add);
        kill(signal, targets);
    }

    /** {@code kill -9} of all of it; returns when it is gone. */
    void kill() {
        signalAll("KILL");
        awaitEnd();
    }

    /** Waits for its end and returns the exit code. */
    int awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("%s ended within %s, see %s", name, PATIENCE, log)
                    .isTrue();
            RUNNING.remove(this);
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Whether it ended within that time. */
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** What it has printed so far. */
    String output() {
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(logged);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
        RUNNING.remove(this);
    }

    private static void kill(String signal, List<String> targets) {
        var command = new ArrayList<>(List.of("kill", "-" + signal, "--"));
        command.addAll(targets);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
