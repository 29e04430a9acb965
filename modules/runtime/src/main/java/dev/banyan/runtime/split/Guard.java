package dev.banyan.runtime.split;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import org.jspecify.annotations.Nullable;

/** Ends a process that can't hold on to this one by itself when this one is killed: a shell that waits for the end of its input. */
final class Guard implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            cd /
            read -r _
            kill -TERM "$1"
            for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null || exit; sleep 1; done
            kill -KILL "$1"
            """;

    private final @Nullable Process shell;

    private Guard(@Nullable Process shell) {
        this.shell = shell;
    }

    static Guard of(long pid) {
        try {
            return new Guard(new ProcessBuilder("sh", "-c", SCRIPT, "banyan-guard", Long.toString(pid))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start());
        } catch (IOException noShell) {
            return new Guard(null);
        }
    }

    /** The process has ended, there is nothing to guard. */
    @Override
    public void close() {
        if (shell != null) {
            shell.destroyForcibly();
        }
    }
}
