package dev.banyan.runtime.split;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where a broker for this machine is: beside the jar, or where the build puts it. */
final class Bundle {
    private static final String DIRECTORY = "broker/kafka";
    private static final String BUILT = "deploy-profiles/target/" + DIRECTORY;

    private Bundle() {}

    /** The first of the places that is there; else the one that the build makes. */
    static Path kafka() {
        var jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        var above = Stream.iterate(jar.getParent(), directory -> directory != null, Path::getParent)
                .flatMap(directory -> List.of(directory.resolve(DIRECTORY), directory.resolve(BUILT)).stream());
        return above.filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of(BUILT).toAbsolutePath());
    }
}
