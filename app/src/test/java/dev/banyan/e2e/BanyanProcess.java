package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code java -jar banyan.jar} with arguments, its output kept in files. */
final class BanyanProcess implements AutoCloseable {

    static final Path JAR = Path.of(System.getProperty("basedir", "."), "target", "banyan.jar")
            .toAbsolutePath()
            .normalize();
    static final Path THIS_JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final Pattern SHOP_LINE = Pattern.compile("Shop +(http://[^/]+)/");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;
    private final Path errors;

    private BanyanProcess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts the jar and doesn't wait. */
    static BanyanProcess launch(Path java, List<String> arguments, Map<String, String> environment) {
        try {
            var output = Files.createTempFile("banyan-", ".out");
            var errors = Files.createTempFile("banyan-", ".err");
            output.toFile().deleteOnExit();
            errors.toFile().deleteOnExit();
            var builder = new ProcessBuilder(command(java, arguments))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            return new BanyanProcess(builder.start(), output, errors);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts a shop on {@code data} at a free port and returns when it is open. */
    static BanyanProcess open(Path data, Map<String, String> environment, String... more) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--banyan.data-dir=" + data));
        arguments.addAll(List.of(more));
        var process = launch(THIS_JAVA, arguments, environment);
        process.awaitOpen(PATIENCE);
        return process;
    }

    /** Starts a topology's processes with their data in {@code data}, the entry at a free port, and returns when all are open. */
    static BanyanProcess split(Path data, String topology, Map<String, String> environment) {
        var arguments = List.of("split", topology, "--port", freePort(), "--data-dir", data.toString());
        var process = launch(THIS_JAVA, arguments, environment);
        process.awaitOpen(PATIENCE.multipliedBy(3));
        return process;
    }

    private static String freePort() {
        try (var socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts the jar with {@code arguments} and returns when it has ended. */
    static BanyanProcess run(String... arguments) {
        var process = launch(THIS_JAVA, List.of(arguments), Map.of());
        process.awaitEnd();
        return process;
    }

    URI url() {
        return shopUrl().orElseThrow();
    }

    String output() {
        return read(output);
    }

    String errors() {
        return read(errors);
    }

    long pid() {
        return process.pid();
    }

    /** Types a line. */
    void type(String line) {
        try {
            var input = process.getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int exitCode() {
        return process.exitValue();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Asks it to stop, as Ctrl-C does, and waits. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    void awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("ended within %s:%n%s%s", PATIENCE, output(), errors())
                    .isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitOpen(Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (shopUrl().isEmpty()) {
            assertThat(process.isAlive() && Instant.now().isBefore(deadline))
                    .as("opens within %s:%n%s%s", patience, output(), errors())
                    .isTrue();
            pause();
        }
    }

    private Optional<URI> shopUrl() {
        var line = SHOP_LINE.matcher(output());
        return line.find() ? Optional.of(URI.create(line.group(1))) : Optional.empty();
    }

    private static List<String> command(Path java, List<String> arguments) {
        assertThat(JAR).as("the packed jar, made in the package phase").exists();
        var command = new ArrayList<>(
                List.of(java.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(arguments);
        return command;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
