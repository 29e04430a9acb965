package dev.banyan.runtime.transport;

import dev.banyan.alpha.AlphaApi;
import dev.banyan.runtime.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
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
                        .initializers(TestProcess::addWhatRunsElsewhere)
                        .run());
    }

    /** Stands for the call of another process. */
    private static void addWhatRunsElsewhere(ConfigurableApplicationContext starting) {
        if (!starting.getEnvironment().getProperty("banyan.modules", "").contains("alpha")) {
            var elsewhere = new AlphaElsewhere();
            ((GenericApplicationContext) starting).registerBean(LostAcknowledgements.class, LostAcknowledgements::new);
            ((GenericApplicationContext) starting)
                    .registerBean(AlphaApi.class, () -> elsewhere, definition -> definition.setPrimary(true));
        }
    }

    private static final class AlphaElsewhere implements AlphaApi {
        @Override
        public List<Integer> numbers(String key) {
            return List.of();
        }

        @Override
        public void count(Count command) {
            throw new UnsupportedOperationException("Nobody counts elsewhere");
        }

        @Override
        public void push(String key) {
            throw new UnsupportedOperationException("Nobody pushes elsewhere");
        }

        @Override
        public Context context() {
            throw new UnsupportedOperationException("Nobody asks elsewhere");
        }
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
