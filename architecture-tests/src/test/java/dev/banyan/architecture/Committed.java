package dev.banyan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * A generated file that is kept in the project. {@code -Dbanyan.docs=write} writes it anew. It is current when it says the same words: the
 * generator's order depends on the file system.
 */
final class Committed {
    private Committed() {}

    static void matches(Path committed, String generated) throws IOException {
        if ("write".equals(System.getProperty("banyan.docs"))) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, generated);
        }
        assertThat(committed).exists();
        assertThat(words(Files.readString(committed)))
                .as("%s is stale: run mvn verify -Dbanyan.docs=write and commit it", committed.getFileName())
                .isEqualTo(words(generated));
    }

    private static TreeSet<String> words(String text) {
        return new TreeSet<>(List.of(text.strip().split("[\\s,;:\"(){}\\[\\]]+")));
    }
}
