package dev.banyan.runtime.testing;

import dev.banyan.runtime.topology.Transport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.ClassUtils;

/** Starts the module tests' application as often as wanted on one database, all in this JVM. */
public final class SecondInstance {
    private SecondInstance() {}

    /** One more instance on the database at {@code url}, with more properties ({@code name=value}); the caller closes it. */
    public static ConfigurableApplicationContext start(String url, String... properties) {
        var server = TestDatabases.server();
        return new SpringApplicationBuilder(ClassUtils.resolveClassName("dev.banyan.TestApplication", null))
                .properties(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + server.user(),
                        "spring.datasource.password=" + server.password(),
                        "banyan.secret=one secret for all instances of a test",
                        "banyan.data-dir=" + TestDatabases.temporaryDirectory(),
                        "banyan.events.first-retry=50ms",
                        "banyan.events.heartbeat=250ms",
                        "server.port=0")
                .properties(properties)
                .initializers(SecondInstance::withoutTransport)
                .run();
    }

    /** Processes that only call each other need none, though they host modules whose events the other handles. */
    private static void withoutTransport(ConfigurableApplicationContext starting) {
        ((GenericApplicationContext) starting).registerBean(Transport.class, () -> Transport.NONE);
    }
}
