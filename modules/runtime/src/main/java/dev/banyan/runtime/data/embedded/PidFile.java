package dev.banyan.runtime.data.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a PostgreSQL server says about itself in its data directory ({@code postmaster.pid}); a crash leaves it behind. */
record PidFile(Path file, List<String> lines) {

    private static final String NAME = "postmaster.pid";
    private static final int STATUS_LINE = 7;
    /** Beyond what any system gives out. */
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE);

    /** Empty, too, when a crash of the machine left an unreadable one. */
    static Optional<PidFile> of(Path cluster) throws IOException {
        var file = cluster.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        return lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")
                ? Optional.empty()
                : Optional.of(new PidFile(file, lines));
    }

    long pid() {
        return Long.parseLong(lines.getFirst().strip());
    }

    boolean isReady() {
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** The server that wrote this, if it still runs; a process that was given its number later is another one. */
    Optional<ProcessHandle> server() {
        return ProcessHandle.of(pid()).filter(ProcessHandle::isAlive).filter(this::isServer);
    }

    static void delete(Path cluster) throws IOException {
        Files.deleteIfExists(cluster.resolve(NAME));
    }

    /** Keeps PostgreSQL from taking an unrelated process for the server. It still sees whether the old server's memory is in use. */
    void disown() throws IOException {
        Files.write(file, List.of(NO_PROCESS, String.join("\n", lines.subList(1, lines.size()))));
    }

    private boolean isServer(ProcessHandle process) {
        var cluster = String.valueOf(file.getParent());
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(cluster))
                .orElseGet(() -> process.info().command().orElse("").contains("postgres"));
    }
}
