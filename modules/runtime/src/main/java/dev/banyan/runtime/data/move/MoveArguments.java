package dev.banyan.runtime.data.move;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What was asked for.
 *
 * @param properties as the application takes them: {@code --name=value}
 */
record MoveArguments(String module, List<String> properties) {
    private static final Map<String, String> OPTIONS = Map.of(
            "--to", "banyan.move.to.url",
            "--to-user", "banyan.move.to.username",
            "--to-password", "banyan.move.to.password",
            "--from", "banyan.move.from.url",
            "--from-user", "banyan.move.from.username",
            "--from-password", "banyan.move.from.password");

    MoveArguments {
        properties = List.copyOf(properties);
    }

    /**
     * Reads {@code <module> --to <url> …}.
     *
     * @throws IllegalArgumentException with a sentence, when it can't be understood
     */
    static MoveArguments parse(String... words) {
        if (words.length == 0 || words[0].startsWith("--")) {
            throw new IllegalArgumentException("'move' needs the name of a module as its first word.");
        }
        var properties = new ArrayList<String>();
        var rest = Arrays.asList(words).subList(1, words.length).iterator();
        while (rest.hasNext()) {
            var word = rest.next().split("=", 2);
            var property = OPTIONS.get(word[0]);
            if (!word[0].startsWith("--") || (property == null && word.length == 1)) {
                throw new IllegalArgumentException("'move' knows no '%s'.".formatted(word[0]));
            }
            if (word.length == 1 && !rest.hasNext()) {
                throw new IllegalArgumentException("%s needs a value.".formatted(word[0]));
            }
            var value = word.length == 1 ? rest.next() : word[1];
            properties.add("--%s=%s".formatted(property == null ? word[0].substring(2) : property, value));
        }
        return new MoveArguments(words[0], properties);
    }
}
