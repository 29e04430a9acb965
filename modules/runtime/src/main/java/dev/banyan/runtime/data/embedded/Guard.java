package dev.banyan.runtime.data.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends PostgreSQL when this process dies without a chance to do it itself: a shell that waits for the end of its input, which comes with the death
 * of the writer. Where there is no shell, the next start ends the server left behind.
 */
final class Guard implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Guard.class);
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            cd /
            read -r _
            pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null)
            [ "$pid" = "$2" ] && kill -INT "$pid"
            """;
    private static final String CLEAN_UP = """
            while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
            rm -rf "$3"
            """;

    private final @Nullable Process shell;

    private Guard(@Nullable Process shell) {
        this.shell = shell;
    }

    /** Ends the server {@code pid} of {@code cluster} with this process. */
    static Guard of(Path cluster, long pid) {
        return new Guard(start(SCRIPT, cluster.toString(), Long.toString(pid)));
    }

    /** Ends the server {@code pid} of {@code cluster} with this process and removes {@code directory} then. */
    static Guard removing(Path directory, Path cluster, long pid) {
        return new Guard(start(SCRIPT + CLEAN_UP, cluster.toString(), Long.toString(pid), directory.toString()));
    }

    /** The server has ended, there is nothing to guard. */
    @Override
    public void close() throws IOException {
        if (shell != null) {
            shell.getOutputStream().close();
        }
    }

    private static @Nullable Process start(String script, String... arguments) {
        var command = new ArrayList<>(List.of("sh", "-c", script, "banyan-guard"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException noShell) {
            log.debug("PostgreSQL is not guarded", noShell);
            return null;
        }
    }
}
