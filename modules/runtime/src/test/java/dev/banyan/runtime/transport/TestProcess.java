package dev.banyan.runtime.transport;

import dev.banyan.runtime.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** One process of a split shop, in this JVM: some modules with a database of their own, and a broker. */
final class TestProcess implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private TestProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param more further properties */
    static TestProcess start(TestBroker broker, String modules, String url, String... more) throws Exception {
        var server = TestDatabases.server();
        var properties = new ArrayList<>(List.of(
                "spring.datasource.url=" + url,
                "spring.datasource.username=" + server.user(),
                "spring.datasource.password=" + server.password(),
                "spring.profiles.active=" + broker.profile(),
                "banyan.modules=" + modules,
                "banyan.secret=one secret for all instances of a test",
                "banyan.data-dir=" + Files.createTempDirectory("banyan-test-"),
                "banyan.pool.size=10",
                "banyan.events.first-retry=50ms",
                "banyan.events.heartbeat=250ms",
                "spring.main.banner-mode=off",
                "server.port=0"));
        broker.properties().forEach((name, value) -> properties.add(name + "=" + value));
        properties.addAll(List.of(more));
        return new TestProcess(
                new SpringApplicationBuilder(ClassUtils.resolveClassName("dev.banyan.TestApplication", null))
                        .properties(properties.toArray(String[]::new))
                        .run());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    static Path directory() throws Exception {
        return Files.createTempDirectory("banyan-broker-");
    }

    @Override
    public void close() {
        context.close();
    }
}
