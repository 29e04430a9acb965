package dev.banyan.runtime.testing;

import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.security.ServiceKeyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives the test contexts that host only some modules one identity, so that they trust each other. */
public final class TestServices implements EnvironmentPostProcessor {
    /** The process that they all are. */
    public static final String NAME = "test";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.containsProperty("banyan.service.trusted")
                && !HostedModules.select(environment).others().isEmpty()) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "test services",
                            Map.of(
                                    "banyan.service.name", NAME,
                                    "banyan.service.key",
                                            keys().resolve(NAME + ".json").toString(),
                                    "banyan.service.trusted",
                                            keys().resolve(ServiceKeyFiles.TRUSTED)
                                                    .toString())));
        }
    }

    /** The directory with the keys. */
    public static Path keys() {
        return Holder.KEYS;
    }

    private static final class Holder {
        static final Path KEYS = make();

        private static Path make() {
            try {
                var directory = Path.of(TestDatabases.temporaryDirectory());
                ServiceKeyFiles.create(directory, List.of(NAME));
                return directory;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
