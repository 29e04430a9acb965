package dev.banyan.runtime.data.embedded;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** PostgreSQL's log file: appended to at each start, set aside when it has grown. */
record ServerLog(Path file) {

    private static final long LIMIT = 4L << 20;

    static ServerLog in(Path directory) throws IOException {
        var file = directory.resolve("postgresql.log");
        if (Files.exists(file) && Files.size(file) > LIMIT) {
            Files.move(file, directory.resolve("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ServerLog(file);
    }

    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** The message that tells best why the server didn't start. */
    static String reason(String messages) {
        return messages.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .reduce((earlier, later) -> later)
                .map(line -> line.replaceFirst(".*(FATAL|PANIC|error):\\s*", ""))
                .orElse("it ended without a message");
    }

    /** What was written after the first {@code offset} bytes. */
    String since(long offset) throws IOException {
        if (size() <= offset) {
            return "";
        }
        try (var channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            channel.position(offset);
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
