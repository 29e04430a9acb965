package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** I14 for logs. */
final class Logs {
    private Logs() {}

    static void check(Collection<Path> logs, Collection<String> secrets) {
        assertThat(logs)
                .allSatisfy(log -> assertThat(secretsIn(log, secrets))
                        .as("I14 no secret in " + log)
                        .isEmpty());
    }

    static List<String> secretsIn(Path log, Collection<String> secrets) {
        try {
            var text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            var found = new ArrayList<String>();
            secrets.stream()
                    .filter(secret -> !secret.isEmpty() && text.contains(secret))
                    .forEach(found::add);
            return found;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
