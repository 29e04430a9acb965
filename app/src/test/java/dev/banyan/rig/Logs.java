package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** I14 for logs. */
final class Logs {
    private static final int FEW = 8;

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
            return secrets.stream()
                    .filter(secret -> !secret.isEmpty())
                    .collect(Collectors.groupingBy(String::length, Collectors.toSet()))
                    .entrySet()
                    .stream()
                    .flatMap(alike -> found(text, alike.getKey(), alike.getValue()))
                    .distinct()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A long run has thousands of tokens, all of one length: one way through the text has to do. */
    private static Stream<String> found(String text, int length, Set<String> secrets) {
        if (secrets.size() <= FEW) {
            return secrets.stream().filter(text::contains);
        }
        return IntStream.rangeClosed(0, text.length() - length)
                .mapToObj(start -> text.substring(start, start + length))
                .filter(secrets::contains);
    }
}
