package dev.banyan.bench;

import dev.banyan.bench.Load.Figures;
import dev.banyan.e2e.EmbeddedOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Measures the packaged jar and writes {@code docs/benchmarks.md}. It asserts answers and no times. {@code mvn -Pbench verify} runs it. */
class ShopBenchmark {
    private static final int PRODUCTS = Integer.getInteger("bench.products", 10_000);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 8));
    private static final Duration DURATION = Duration.ofSeconds(Integer.getInteger("bench.duration", 10));
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);
    private static final int STARTS = 3;

    private final Path work = Path.of("target", "bench").toAbsolutePath();
    private final Path data = work.resolve("data");
    private final EmbeddedOwner owner = new EmbeddedOwner(data);
    private final Path jar = Path.of("target", "banyan.jar").toAbsolutePath();
    private final Path page = Path.of("..", "docs", "benchmarks.md");
    private final BenchmarkReport report = new BenchmarkReport();

    @Test
    void measure() throws Exception {
        empty(work);
        Files.createDirectories(data);
        Catalogue catalogue;
        try (var shop = ShopProcess.start(jar, data, List.of())) {
            report.firstStart(shop.startTime());
            try (var staff = shop.connect()) {
                catalogue = Catalogue.fill(staff, PRODUCTS);
            }
        }
        report.starts(starts(jar, List.of()), startsWithCache());
        try (var shop = ShopProcess.start(jar, data, List.of())) {
            Thread.sleep(5000);
            report.idle(shop.residentMegabytes());
            load(shop, catalogue);
            report.busy(shop.residentMegabytes());
        }
        report.write(page);
        floor(catalogue);
        report.write(page);
    }

    private void load(ShopProcess shop, Catalogue catalogue) throws Exception {
        var requests = new AtomicLong();
        report.figures("Product list", measure(shop, catalogue, requests, Shopper::list));
        report.figures("Product detail", measure(shop, catalogue, requests, Shopper::detail));
        report.figures("Create cart + add line", measure(shop, catalogue, requests, Shopper::cartWithALine));
        report.figures("Guest checkout until CONFIRMED", measure(shop, catalogue, requests, Shopper::checkout));
    }

    private Map<Integer, Figures> measure(ShopProcess shop, Catalogue catalogue, AtomicLong requests, Visit visit)
            throws Exception {
        var figures = new LinkedHashMap<Integer, Figures>();
        for (int connections : CONNECTIONS) {
            Callable<Load.Operation> clients = () -> {
                var shopper = new Shopper(shop.connect(), catalogue.skus(), catalogue.slugs(), requests);
                return () -> visit.by(shopper);
            };
            figures.put(connections, Load.run(connections, WARM_UP, DURATION, clients));
        }
        return figures;
    }

    /** Traces one order on a warm shop, then replays its SQL without the shop. */
    private void floor(Catalogue catalogue) throws Exception {
        try (var shop = ShopProcess.start(jar, data, List.of())) {
            owner.execute("ALTER ROLE banyan_app SET log_statement = 'all'");
            owner.execute("ALTER ROLE banyan_app SET log_error_verbosity = 'default'");
        }
        try (var shop = ShopProcess.start(jar, data, List.of())) {
            var requests = new AtomicLong();
            SqlTrace trace;
            try (var shopper = new Shopper(shop.connect(), catalogue.skus(), catalogue.slugs(), requests)) {
                for (int i = 0; i < 20; i++) {
                    shopper.checkout();
                }
                Thread.sleep(3000);
                long offset = Files.size(owner.log());
                requests.set(0);
                shopper.checkout();
                Thread.sleep(2000);
                trace = SqlTrace.read(owner.log(), offset);
            }
            owner.execute("ALTER ROLE banyan_app RESET ALL");
            Files.writeString(work.resolve("order.sql"), describe(trace));
            report.order(trace, requests.get());
            report.figures("Floor: the same SQL and commits, plain JDBC", replay(trace, catalogue.skus()));
            report.figures("Floor without `SET LOCAL ROLE`", replay(trace.withoutRoles(), catalogue.skus()));
        }
    }

    private Map<Integer, Figures> replay(SqlTrace trace, List<String> skus) throws Exception {
        var figures = new LinkedHashMap<Integer, Figures>();
        for (int connections : CONNECTIONS) {
            figures.put(
                    connections,
                    Load.run(connections, WARM_UP, DURATION, () -> new Floor(owner.connect(), trace, skus)));
        }
        return figures;
    }

    private static String describe(SqlTrace trace) {
        var text = new StringBuilder();
        for (var transaction : trace.transactions()) {
            transaction.forEach(statement -> text.append(statement.sql()).append(";\n"));
            text.append("COMMIT;\n\n");
        }
        return text.toString();
    }

    private List<Duration> startsWithCache() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var application = work.resolve("application");
        run(java, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", application.toString());
        var extracted = application.resolve("banyan.jar");
        var cache = work.resolve("banyan.aot");
        run(
                java,
                "-XX:AOTCacheOutput=" + cache,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                extracted.toString(),
                "--server.port=0",
                "--banyan.data-dir=" + work.resolve("training"));
        return starts(extracted, List.of("-XX:AOTCache=" + cache));
    }

    private List<Duration> starts(Path runnable, List<String> options) throws Exception {
        var times = new ArrayList<Duration>();
        for (int i = 0; i < STARTS; i++) {
            try (var shop = ShopProcess.start(runnable, data, options)) {
                times.add(shop.startTime());
            }
        }
        return times.stream().sorted().toList();
    }

    private void run(String... command) throws IOException, InterruptedException {
        var log = work.resolve("tools.log").toFile();
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("%s ended with %d, see %s".formatted(List.of(command), status, log));
        }
    }

    private static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory);
    }

    /** One visit of a shopper. */
    private interface Visit {
        void by(Shopper shopper) throws Exception;
    }
}
