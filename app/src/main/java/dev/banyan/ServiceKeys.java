package dev.banyan;

import dev.banyan.CommandLine.Answer;
import dev.banyan.runtime.security.ServiceKeyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** {@code service-keys <directory> <process>...}: makes the keys by which the processes of a topology know each other. */
final class ServiceKeys {
    private ServiceKeys() {}

    static Answer make(String... arguments) {
        if (arguments.length < 2) {
            return new Answer(
                    "service-keys needs a directory and the names of processes, such as: keys orders trunk", 2);
        }
        var processes = Arrays.asList(arguments).subList(1, arguments.length);
        try {
            ServiceKeyFiles.create(Path.of(arguments[0]), processes);
            return new Answer(
                    "%s has the keys of %s, and %s for all processes. A process reads them when it starts."
                            .formatted(arguments[0], String.join(", ", processes), ServiceKeyFiles.TRUSTED),
                    0);
        } catch (IOException failure) {
            return new Answer("The keys can't be written to %s: %s".formatted(arguments[0], failure), 1);
        } catch (IllegalArgumentException misnamed) {
            return new Answer(String.valueOf(misnamed.getMessage()), 2);
        }
    }
}
