package dev.banyan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be said without starting anything. */
final class CommandLine {

    private static final String HELP = """
            Banyan %s: a commerce back end in one jar.

            Usage: java -jar banyan.jar [--property=value ...]

            Without arguments a shop opens at http://localhost:8080 with a database of its own in ./banyan-data.

            Often used properties, each also as an environment variable (BANYAN_DATA_DIR):
              --server.port=8080              where to listen
              --banyan.data-dir=banyan-data   where data is kept
              --banyan.demo=false             no demonstration products
              --banyan.currencies=EUR,USD     what is sold in; the first is the default
              --banyan.modules=catalog,cart   run these modules alone
              --spring.datasource.url=...     a PostgreSQL 16 or newer instead of the embedded one,
              --spring.datasource.username=... --spring.datasource.password=...
              --spring.mail.host=...          send mail instead of keeping it
              --spring.profiles.active=ecs    structured logs

              --help       this text
              --version    the version
            """;

    private CommandLine() {}

    /** A text to print instead of starting, and the exit code that goes with it. */
    record Answer(String text, int exitCode) {

        int print() {
            (exitCode == 0 ? System.out : System.err).println(text.stripTrailing());
            return exitCode;
        }
    }

    /** Empty when {@code arguments} ask for nothing but a start. */
    static Optional<Answer> answer(String... arguments) {
        var words = List.of(arguments);
        if (words.contains("--help") || words.contains("-h")) {
            return Optional.of(new Answer(HELP.formatted(Version.current()), 0));
        }
        if (words.contains("--version")) {
            return Optional.of(new Answer("Banyan " + Version.current(), 0));
        }
        return Arrays.stream(arguments)
                .filter(word -> !word.startsWith("--"))
                .findFirst()
                .map(word -> new Answer("Banyan knows no '%s'; --help tells what it knows.".formatted(word), 2));
    }
}
