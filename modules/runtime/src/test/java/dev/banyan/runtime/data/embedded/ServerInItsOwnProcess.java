package dev.banyan.runtime.data.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own that holds a server with one committed row, to be killed. */
final class ServerInItsOwnProcess {

    private static final String READY = "ready";

    private ServerInItsOwnProcess() {}

    /** Returns when the row is committed. */
    static Process start(Path dataDirectory) throws IOException {
        var process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerInItsOwnProcess.class.getName(),
                        dataDirectory.toString()))
                .redirectErrorStream(true)
                .start();
        var reader = process.inputReader(StandardCharsets.UTF_8);
        var output = new StringBuilder();
        for (var line = reader.readLine(); !READY.equals(line); line = reader.readLine()) {
            if (line == null) {
                throw new IOException("The process ended: " + output);
            }
            output.append(line).append('\n');
        }
        return process;
    }

    public static void main(String[] arguments) throws Exception {
        var server = EmbeddedServer.start(Path.of(arguments[0]));
        try (var connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id int)");
            statement.execute("INSERT INTO kept VALUES (42)");
        }
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
