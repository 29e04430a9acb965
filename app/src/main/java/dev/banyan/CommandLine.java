package dev.banyan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** What can be said without starting anything. */
final class CommandLine {

    private static final Set<String> COMMANDS = Set.of("sandbox", "split", "service-keys", "move");

    private CommandLine() {}

    /** A text to print instead of starting, and the exit code that goes with it. */
    record Answer(String text, int exitCode) {

        int print() {
            (exitCode == 0 ? System.out : System.err).println(text.stripTrailing());
            return exitCode;
        }
    }

    /** The first word when it is a command, else empty. */
    static String command(String... arguments) {
        return arguments.length > 0 && COMMANDS.contains(arguments[0]) ? arguments[0] : "";
    }

    /** Empty when {@code arguments} ask for a start or begin with a command. */
    static Optional<Answer> answer(String... arguments) {
        var words = List.of(arguments);
        if (words.contains("--help") || words.contains("-h")) {
            return Optional.of(new Answer(help(), 0));
        }
        if (words.contains("--version")) {
            return Optional.of(new Answer("Banyan " + Version.current(), 0));
        }
        return Arrays.stream(command(arguments).isEmpty() ? arguments : new String[0])
                .filter(word -> !word.startsWith("--"))
                .findFirst()
                .map(word -> new Answer("Banyan knows no '%s'; --help tells what it knows.".formatted(word), 2));
    }

    private static String help() {
        try {
            var text = new ClassPathResource("help.txt").getContentAsString(StandardCharsets.UTF_8);
            return text.replace("{version}", Version.current());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
