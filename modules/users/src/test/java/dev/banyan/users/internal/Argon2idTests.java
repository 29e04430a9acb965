package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Argon2idTests {
    private final Argon2id argon2 = new Argon2id();

    @Test
    void hashesWithTheStatedParameters() {
        assertThat(argon2.hash("correct horse")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void comparesNothingsHashAsItDoesAPasswordsHash() {
        var nothing = argon2.hashOfNothing();
        assertThat(nothing).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSameSizeAs(argon2.hash("correct horse"));
        assertThat(argon2.matches("correct horse", nothing)).isFalse();
        assertThat(argon2.hashOfNothing()).isNotEqualTo(nothing);
    }

    @Test
    void saltsEachHash() {
        assertThat(argon2.hash("correct horse")).isNotEqualTo(argon2.hash("correct horse"));
    }

    @Test
    void countsEachCharacterUpToTheLast() {
        var password = "ü".repeat(127);
        var hash = argon2.hash(password + "a");
        assertThat(argon2.matches(password + "a", hash)).isTrue();
        assertThat(argon2.matches(password + "b", hash)).isFalse();
        assertThat(argon2.matches(password, hash)).isFalse();
    }

    @Test
    void matchesAnotherSpellingOfTheSameCharacters() {
        assertThat(argon2.matches("cafe\u0301 creme", argon2.hash("caf\u00e9 creme")))
                .isTrue();
    }

    @Test
    void verifiesAHashMadeElsewhere() {
        var reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(argon2.matches("password", reference)).isTrue();
        assertThat(argon2.matches("passwort", reference)).isFalse();
    }

    @Test
    void worksOnManyThreads() throws Exception {
        var hash = argon2.hash("password number 3");
        var tasks = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(n -> () -> argon2.matches("password number " + n, hash))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var results = threads.invokeAll(tasks);
            for (int n = 0; n < results.size(); n++) {
                assertThat(results.get(n).get()).isEqualTo(n == 3);
            }
        }
    }
}
