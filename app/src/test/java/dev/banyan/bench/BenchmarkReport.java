package dev.banyan.bench;

import dev.banyan.bench.Load.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The figures of one run, as a page. */
final class BenchmarkReport {
    private static final String CHECKOUT = "Guest checkout until CONFIRMED";
    private static final String EVENTS = "\n## Events\n";
    private static final String FLOOR = "Floor: the same SQL and commits, plain JDBC";

    private final Map<String, Map<Integer, Figures>> figures = new LinkedHashMap<>();
    private final StringBuilder process = new StringBuilder();
    private final StringBuilder order = new StringBuilder();

    void figures(String name, Map<Integer, Figures> byConnections) {
        figures.put(name, byConnections);
    }

    void firstStart(Duration time) {
        row(process, "First start: database made, demo shop filled in", seconds(time));
    }

    void starts(List<Duration> plain, List<Duration> cached) {
        row(process, "Start on an existing database (median of %d)".formatted(plain.size()), seconds(middle(plain)));
        row(process, "The same with the AOT cache (median of %d)".formatted(cached.size()), seconds(middle(cached)));
    }

    void idle(long megabytes) {
        row(process, "Resident memory, idle after the start", megabytes + " MB");
    }

    void busy(long megabytes) {
        row(process, "Resident memory at the end of the load", megabytes + " MB");
    }

    void order(SqlTrace trace, long requests) {
        long roles = trace.transactions().stream()
                .flatMap(List::stream)
                .filter(SqlTrace.Statement::setsRole)
                .count();
        row(order, "HTTP requests", String.valueOf(requests));
        row(
                order,
                "SQL statements, without `BEGIN`, `COMMIT` and `SET LOCAL ROLE`",
                String.valueOf(trace.statements() - roles));
        row(order, "Commits that write", String.valueOf(trace.writing()));
        row(order, "Commits that only read", String.valueOf(trace.transactions().size() - trace.writing()));
    }

    /** Leaves the events' section as it is. */
    void write(Path page) throws IOException {
        Files.writeString(page, shop() + events(page));
    }

    private static String events(Path page) throws IOException {
        var text = Files.exists(page) ? Files.readString(page) : "";
        int section = text.indexOf(EVENTS);
        return section < 0 ? "" : text.substring(section);
    }

    private String shop() throws IOException {
        return """
                # Benchmarks

                Written by `mvn -Pbench verify` on %s. The shop runs as a process of its own from `app/target/banyan.jar` with default settings and embedded PostgreSQL
                (durable commits); the load generator shares its %d processors, so these are figures of both together. Closed loop: each connection waits for
                its answer. Catalogue of 10,000 products. Compare only figures of the same run.

                | machine | |
                |---|---|
                | Processors | %d × %s |
                | Memory | %s |
                | System | %s %s |
                | Java | %s |
                | PostgreSQL | embedded, 18 |

                ## Load
                | | connections | per second | p50 ms | p99 ms |
                |---|---:|---:|---:|---:|
                %s
                Checkout as a share of the floor: %s. The floor is one order's statements and commits, recorded from PostgreSQL's log and replayed through plain JDBC with
                prepared statements and new ids, one connection per client; without `SET LOCAL ROLE` it is what a pool for each module's role would reach. Each round takes
                a SKU at random, as the shoppers do, and keys of its own. Each statement is a round trip of its own, while the shop sends some together.

                ## One order
                | | |
                |---|---:|
                %s
                %s
                ## Process
                | | |
                |---|---:|
                %s""".formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        processors(),
                        processors(),
                        machine("/proc/cpuinfo", "model name"),
                        machine("/proc/meminfo", "MemTotal"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version(),
                        load(),
                        share(),
                        order,
                        text("one-order.md"),
                        process);
    }

    private String load() {
        var rows = new StringBuilder();
        figures.forEach(
                (name, byConnections) -> byConnections.forEach((connections, figure) -> rows.append(String.format(
                        Locale.ROOT,
                        "| %s | %d | %,.0f | %.1f | %.1f |%n",
                        name,
                        connections,
                        figure.perSecond(),
                        figure.p50(),
                        figure.p99()))));
        return rows.toString();
    }

    private String share() {
        var checkout = figures.getOrDefault(CHECKOUT, Map.of()).get(1);
        var floor = figures.getOrDefault(FLOOR, Map.of()).get(1);
        return checkout == null || floor == null
                ? "not measured"
                : String.format(
                        Locale.ROOT, "%.0f %% at one connection", 100 * checkout.perSecond() / floor.perSecond());
    }

    private static String machine(String file, String name) throws IOException {
        var path = Path.of(file);
        return !Files.exists(path)
                ? "unknown"
                : Files.readAllLines(path).stream()
                        .filter(line -> line.startsWith(name))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown");
    }

    private static String text(String name) throws IOException {
        return new ClassPathResource(name, BenchmarkReport.class).getContentAsString(StandardCharsets.UTF_8);
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static Duration middle(List<Duration> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static void row(StringBuilder table, String name, String value) {
        table.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }
}
