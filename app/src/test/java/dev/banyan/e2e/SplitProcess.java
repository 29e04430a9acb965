package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code java -jar banyan.jar split} with a gateway, the catalogue and all the rest. */
final class SplitProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String TOPOLOGY = """
            processes:
              front: { modules: [] }
              catalog: { modules: [catalog] }
              rest: { modules: [users, inventory, cart, payments, orders, notifications] }
            """;

    private final BanyanProcess process;
    private final Path data;
    private final int port;

    private SplitProcess(BanyanProcess process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /** Starts it and doesn't wait. */
    static SplitProcess launch(Path directory) {
        try {
            var topology = Files.writeString(directory.resolve("catalog-out.yml"), TOPOLOGY);
            var data = directory.resolve("data");
            int port = freePort();
            var process = BanyanProcess.launch(
                    BanyanProcess.THIS_JAVA,
                    List.of(
                            "split",
                            topology.toString(),
                            "--port",
                            String.valueOf(port),
                            "--data-dir",
                            data.toString()),
                    Map.of("BANYAN_ADMIN_EMAIL", Shop.ADMIN, "BANYAN_ADMIN_PASSWORD", Shop.ADMIN_PASSWORD));
            return new SplitProcess(process, data, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns when the command says that all are ready. */
    SplitProcess awaitReady() {
        await().atMost(PATIENCE)
                .until(() -> !process.isRunning() || process.output().contains("All are ready"));
        assertThat(process.isRunning())
                .as("%s%s%s", process.output(), process.errors(), log("rest"))
                .isTrue();
        return this;
    }

    BanyanProcess command() {
        return process;
    }

    Http http() {
        return new Http(URI.create("http://127.0.0.1:" + port));
    }

    /** A process of the topology, past its entry. */
    Http http(String name) {
        return new Http(URI.create("http://127.0.0.1:" + argument(child(name), "--server.port=")));
    }

    /** The Java process with that name. */
    ProcessHandle child(String name) {
        return children()
                .filter(child -> arguments(child).contains("--banyan.process=" + name))
                .findFirst()
                .orElseThrow();
    }

    /** All processes that have something to do with the data directory: Java, PostgreSQL, and their guards. */
    Stream<ProcessHandle> children() {
        return ProcessHandle.allProcesses()
                .filter(candidate -> candidate.pid() != process.pid())
                .filter(candidate -> arguments(candidate).contains(data.toString()));
    }

    void awaitNothingLeft() {
        await().atMost(Duration.ofSeconds(60)).until(() -> children().findAny().isEmpty());
    }

    String log(String name) {
        try {
            var log = data.resolve(name).resolve("log");
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String argument(ProcessHandle child, String option) {
        return Stream.of(arguments(child).split(" "))
                .filter(argument -> argument.startsWith(option))
                .map(argument -> argument.substring(option.length()))
                .findFirst()
                .orElseThrow();
    }

    private static String arguments(ProcessHandle candidate) {
        return String.join(" ", candidate.info().arguments().orElse(new String[0]));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.close();
        children().forEach(ProcessHandle::destroyForcibly);
    }
}
