package dev.banyan.runtime.testing;

import dev.banyan.runtime.data.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives each test context a database of its own on one embedded PostgreSQL for the whole JVM. {@code banyan.test.database=false} leaves a context alone. */
public final class TestDatabases implements EnvironmentPostProcessor {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty("banyan.test.database", Boolean.class, true)
                || environment.containsProperty("spring.datasource.url")) {
            return;
        }
        var name = "test" + COUNT.incrementAndGet();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "test database",
                        Map.of(
                                "spring.datasource.url", create(name),
                                "spring.datasource.username", Holder.SERVER.user(),
                                "spring.datasource.password", Holder.SERVER.password(),
                                "banyan.data-dir", temporaryDirectory(),
                                "banyan.events.first-retry", "50ms",
                                "banyan.events.heartbeat", "250ms")));
    }

    /** Makes an empty database and returns its URL. */
    public static String create(String name) {
        var server = Holder.SERVER;
        try (var connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return server.jdbcUrl(name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static EmbeddedServer server() {
        return Holder.SERVER;
    }

    static String temporaryDirectory() {
        try {
            return Files.createTempDirectory("banyan-test-").toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Holder {
        static final EmbeddedServer SERVER = EmbeddedServer.temporary();
    }
}
