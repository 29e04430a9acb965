package dev.banyan.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The Java installations on this machine that are too old for Banyan. */
final class OlderJava {

    private static final Path INSTALLATIONS = Path.of("/usr/lib/jvm");

    private OlderJava() {}

    /** Their {@code java} commands. */
    static List<Path> installed() {
        if (!Files.isDirectory(INSTALLATIONS)) {
            return List.of();
        }
        try (var homes = Files.list(INSTALLATIONS)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .filter(home -> Files.isRegularFile(home.resolve("release")))
                    .filter(home -> feature(home.resolve("release")) < 25)
                    .map(home -> realPath(home.resolve("bin/java")))
                    .distinct()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int feature(Path release) {
        try (var reader = Files.newBufferedReader(release)) {
            var properties = new Properties();
            properties.load(reader);
            var version = properties.getProperty("JAVA_VERSION", "25").replace("\"", "");
            return Integer.parseInt(version.replaceFirst("^1\\.", "").replaceFirst("[^0-9].*", ""));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
