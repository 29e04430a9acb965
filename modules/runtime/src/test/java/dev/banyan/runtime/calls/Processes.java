package dev.banyan.runtime.calls;

import dev.banyan.runtime.testing.SecondInstance;
import dev.banyan.runtime.testing.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Two processes in this JVM, for all tests: one hosts alpha, the other beta. */
public final class Processes {
    private Processes() {}

    public static ConfigurableApplicationContext alpha() {
        return Alpha.CONTEXT;
    }

    public static ConfigurableApplicationContext beta() {
        return Beta.CONTEXT;
    }

    /** Starts a process that hosts beta and finds alpha at {@code address}; the caller closes it. */
    public static ConfigurableApplicationContext beta(String database, String address, String... properties) {
        var all = new ArrayList<>(List.of(properties));
        all.add("banyan.modules=beta");
        all.add("banyan.services.alpha=" + address);
        return SecondInstance.start(TestDatabases.create(database), all.toArray(String[]::new));
    }

    public static int port(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    static String address(ConfigurableApplicationContext context) {
        return "http://localhost:" + port(context);
    }

    private static final class Alpha {
        static final ConfigurableApplicationContext CONTEXT =
                SecondInstance.start(TestDatabases.create("process_alpha"), "banyan.modules=alpha");
    }

    private static final class Beta {
        static final ConfigurableApplicationContext CONTEXT =
                beta("process_beta", address(alpha()), "banyan.test.credentials=false");
    }
}
