package dev.banyan.runtime.data.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs programs in a plain environment: English messages, UTC, none of the user's PG… variables. */
final class Commands {

    private Commands() {}

    /** What a program that has ended left behind. */
    record Result(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }

        /** The line that usually names the reason. */
        String lastLine() {
            return output.lines().reduce("", (earlier, line) -> line.isBlank() ? earlier : line.strip());
        }
    }

    /** Runs a program to its end. */
    static Result run(List<String> command) throws IOException {
        var process = builder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(Patience.await(process), output.strip());
    }

    /** Starts a program whose children outlive it, so that nobody may wait for the end of its output. */
    static Process launch(List<String> command) throws IOException {
        return builder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }
}
