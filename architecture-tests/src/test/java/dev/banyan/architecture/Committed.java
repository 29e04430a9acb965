package dev.banyan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated file that is kept in the project. {@code -Dbanyan.docs=write} writes it anew. */
final class Committed {
    private Committed() {}

    static void matches(Path committed, String generated) throws IOException {
        if ("write".equals(System.getProperty("banyan.docs"))) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, generated);
        }
        assertThat(committed)
                .as("%s is stale: run mvn verify -Dbanyan.docs=write and commit it", committed.getFileName())
                .exists()
                .hasContent(generated);
    }
}
