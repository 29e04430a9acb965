package dev.banyan.payments.sandbox;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import dev.banyan.runtime.json.ContractJson;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The sandbox as a process of its own. Takes {@code --server.port} (9090) and {@code --server.address} (127.0.0.1),
 * {@code --spring.datasource.url}, {@code .username} and {@code .password} of a database that the user may create a schema in, and
 * {@code --banyan.payments.sandbox.webhook-secret}, {@code .webhook-delay} and {@code .webhook-url}; or the same as environment
 * variables. A shop uses it with {@code banyan.payments.sandbox.url} and the same secret.
 */
public final class SandboxServer implements AutoCloseable {
    private static final String PREFIX = "banyan.payments.sandbox.";

    private final HttpServer http;
    private final ExecutorService threads;
    private final Sandbox sandbox;
    private final HikariDataSource pool;

    private SandboxServer(HttpServer http, ExecutorService threads, Sandbox sandbox, HikariDataSource pool) {
        this.http = http;
        this.threads = threads;
        this.sandbox = sandbox;
        this.pool = pool;
    }

    /** Runs until the process is ended. What can't be started says why in one sentence and ends with 1. */
    public static void main(String[] args) {
        try {
            logFromInfoOn();
            var server = start(args);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            System.out.println("The sandbox listens on port " + server.port());
        } catch (IOException | SQLException | RuntimeException failure) {
            System.err.println("The sandbox can't start: " + failure.getMessage());
            System.exit(1);
        }
    }

    /** Starts the server; it listens when this returns. */
    public static SandboxServer start(String... args) throws IOException, SQLException {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        var http = HttpServer.create(address(environment), 0);
        var pool = pool(environment);
        var sandbox = sandbox(environment, pool);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        http.setExecutor(threads);
        http.createContext("/v1/", new SandboxHandler(sandbox, new ContractJson()));
        http.start();
        return new SandboxServer(http, threads, sandbox, pool);
    }

    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        sandbox.close();
        pool.close();
    }

    private static void logFromInfoOn() {
        var logging = LoggingSystem.get(SandboxServer.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
    }

    private static InetSocketAddress address(Environment environment) {
        return new InetSocketAddress(
                environment.getProperty("server.address", "127.0.0.1"),
                environment.getProperty("server.port", Integer.class, 9090));
    }

    private static HikariDataSource pool(Environment environment) throws SQLException {
        var url = required(environment, "spring.datasource.url");
        var user = environment.getProperty("spring.datasource.username", "");
        var password = environment.getProperty("spring.datasource.password", "");
        try (var connection = DriverManager.getConnection(url, user, password)) {
            LedgerDatabase.createSchema(connection);
        }
        return LedgerDatabase.pool(url, user, password);
    }

    private static Sandbox sandbox(Environment environment, HikariDataSource pool) {
        Optional<Duration> delay = SandboxProperties.delay(environment.getProperty(PREFIX + "webhook-delay", "1s"));
        var secret = delay.isPresent()
                ? required(environment, PREFIX + "webhook-secret")
                : environment.getProperty(PREFIX + "webhook-secret", "unused");
        var target = new WebhookTarget(() -> environment.getProperty(PREFIX + "webhook-url"));
        return Sandbox.open(pool, target, new Signature(secret, Clock.systemUTC()), delay);
    }

    private static String required(Environment environment, String name) {
        var value = environment.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("--%s is missing".formatted(name));
        }
        return value;
    }
}
