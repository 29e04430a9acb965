package dev.banyan.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The shop as its users run it: a process of its own, started from the jar. */
final class ShopProcess implements AutoCloseable {
    static final String ADMIN = "bench@banyan.local";
    static final String PASSWORD = "a long benchmark password";

    private final Process process;
    private final int port;
    private final Duration start;

    private ShopProcess(Process process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /** Starts and waits until the first request is answered. */
    static ShopProcess start(Path jar, Path dataDirectory, List<String> jvmOptions) throws Exception {
        int port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, "--banyan.data-dir=" + dataDirectory));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        dataDirectory.resolveSibling("shop.log").toFile()));
        builder.environment().putAll(Map.of("BANYAN_ADMIN_EMAIL", ADMIN, "BANYAN_ADMIN_PASSWORD", PASSWORD));
        long before = System.nanoTime();
        var process = builder.start();
        while (!isReady(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "The shop didn't start, see " + dataDirectory.resolveSibling("shop.log"));
            }
            Thread.sleep(10);
        }
        return new ShopProcess(process, port, Duration.ofNanos(System.nanoTime() - before));
    }

    int port() {
        return port;
    }

    Duration startTime() {
        return start;
    }

    HttpConnection connect() throws IOException {
        return new HttpConnection(port);
    }

    /** Resident memory of the shop's own process, without PostgreSQL's. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static boolean isReady(int port) {
        try (var connection = new HttpConnection(port)) {
            return connection.get("/actuator/health/readiness", Map.of()).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
