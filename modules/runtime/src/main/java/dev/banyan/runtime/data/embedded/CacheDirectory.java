package dev.banyan.runtime.data.embedded;

import java.nio.file.Path;
import java.util.Optional;

/** Where the operating system wants caches to be. */
final class CacheDirectory {

    private CacheDirectory() {}

    static Path ofUser() {
        var home = Path.of(System.getProperty("user.home"));
        return switch (Platform.current().system()) {
            case "windows" ->
                fromEnvironment("LOCALAPPDATA").orElse(home).resolve("banyan").resolve("cache");
            case "darwin" -> home.resolve("Library").resolve("Caches").resolve("banyan");
            default ->
                fromEnvironment("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("banyan");
        };
    }

    private static Optional<Path> fromEnvironment(String variable) {
        return Optional.ofNullable(System.getenv(variable)).map(Path::of).filter(Path::isAbsolute);
    }
}
