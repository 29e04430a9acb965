package dev.banyan.runtime.split;

import dev.banyan.runtime.StartRefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * What to start, and where.
 *
 * @param topology a file, or the name of one of those in the jar
 * @param port where the entry listens
 * @param broker {@code host:port} of one that runs already; null: one is started if the topology needs it
 * @param javaOptions for each process, after the ones that it gets anyway
 */
record SplitOptions(
        String topology, int port, Path dataDir, @Nullable String broker, List<String> javaOptions) {
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65535;
    private static final Set<String> KNOWN = Set.of("--port", "--data-dir", "--broker", "--java-options");

    /** Reads {@code <topology> [--option value …]}. */
    static SplitOptions of(List<String> arguments) {
        if (arguments.isEmpty() || arguments.getFirst().startsWith("--")) {
            throw new StartRefusedException("Say which topology to start, such as 'split each-module-alone'.");
        }
        var topology = arguments.getFirst();
        var options = options(arguments.subList(1, arguments.size()));
        var dataDir = Path.of(options.getOrDefault("--data-dir", "banyan-split/" + name(topology)));
        return new SplitOptions(
                topology,
                port(options.getOrDefault("--port", String.valueOf(DEFAULT_PORT))),
                dataDir.toAbsolutePath().normalize(),
                options.get("--broker"),
                Optional.ofNullable(options.get("--java-options"))
                        .map(text -> List.of(text.strip().split("\\s+")))
                        .orElse(List.of()));
    }

    private static Map<String, String> options(List<String> words) {
        var options = new HashMap<String, String>();
        var rest = words.stream()
                .flatMap(word -> KNOWN.stream().anyMatch(known -> word.startsWith(known + "="))
                        ? List.of(word.split("=", 2)).stream()
                        : List.of(word).stream())
                .iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            if (!KNOWN.contains(option)) {
                throw new StartRefusedException("split knows no '%s'; --help tells what it knows.".formatted(option));
            }
            if (!rest.hasNext()) {
                throw new StartRefusedException("%s has no value.".formatted(option));
            }
            options.put(option, rest.next());
        }
        return options;
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw new StartRefusedException("--port is '%s', which is no port.".formatted(text));
        }
        return port;
    }

    private static String name(String topology) {
        return String.valueOf(Path.of(topology).getFileName()).replaceFirst("\\.ya?ml$", "");
    }

    /** The topology's file; unless there is one, the jar's own of that name. */
    Resource file() {
        var file = Path.of(topology).toAbsolutePath();
        var own = new ClassPathResource("topologies/%s.yml".formatted(name(topology)));
        if (Files.isRegularFile(file)) {
            return new FileSystemResource(file);
        }
        if (own.exists() && Path.of(topology).getNameCount() == 1) {
            return own;
        }
        throw new StartRefusedException("There is no topology '%s'.".formatted(topology));
    }

    /** How another process of this jar finds it. */
    String location() {
        return file() instanceof ClassPathResource own
                ? "classpath:" + own.getPath()
                : Path.of(topology).toAbsolutePath().toString();
    }
}
