package dev.banyan.users.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The passwords that guessers try first, whatever their letter case. */
final class CommonPasswords {
    private static final Set<String> KNOWN = read("common-passwords.txt");

    private CommonPasswords() {}

    static boolean contains(String password) {
        return KNOWN.contains(folded(password));
    }

    static int size() {
        return KNOWN.size();
    }

    private static String folded(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Set<String> read(String resource) {
        var stream = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return lines.lines().map(CommonPasswords::folded).collect(toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
