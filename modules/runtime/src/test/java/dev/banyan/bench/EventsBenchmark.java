package dev.banyan.bench;

import static dev.banyan.bench.EventsPage.row;

import dev.banyan.runtime.data.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Measures the delivery of events and writes its section of {@code docs/benchmarks.md}. It asserts that all events are handled, and no times.
 * {@code mvn -Pbench verify} runs it, {@code -Dit.test=EventsBenchmark#rates} one scenario.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class EventsBenchmark {
    private static final int KEYS = 1000;
    private static final int BACKLOG = Integer.getInteger("bench.backlog", 1_000_000);
    private static final int LEFT = 10_000;
    private static final List<Integer> LISTENERS = Stream.of(
                    System.getProperty("bench.listeners", "1,3,8").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.duration", 10));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 25));
    private static EmbeddedServer server;
    private static EventsPage page;

    @BeforeAll
    static void start() throws IOException {
        var work = Path.of("target", "events-bench").toAbsolutePath();
        Files.createDirectories(work);
        server = EmbeddedServer.start(Files.createTempDirectory(work, "server"));
        page = EventsPage.read(Path.of("..", "..", "docs", "benchmarks.md"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void rates() throws Exception {
        var rates = new Rates(bound());
        for (int listeners : LISTENERS) {
            for (var candidate : Candidate.values()) {
                rates.add(candidate, listeners, rate(candidate, listeners));
                page.put("Against Spring Modulith's registry", rates.toString());
            }
        }
    }

    private static double bound() throws Exception {
        try (var process = Candidate.BANYAN.start(database("rates_bound"), 0)) {
            var run = new Run(List.of(process), 0, KEYS);
            run.load(WARM_UP);
            return run.load(TIME);
        }
    }

    private static Rates.Figures rate(Candidate candidate, int listeners) throws Exception {
        var database = database("rates_" + listeners + "_" + candidate.ordinal());
        candidate.prepare(database);
        try (var process = candidate.start(database, listeners)) {
            var run = new Run(List.of(process), listeners, KEYS);
            long before = commits(database, process);
            run.load(WARM_UP);
            double perSecond = run.load(TIME);
            long commits = commits(database, process) - before - run.published();
            double perDelivery = (double) commits / (run.published() * listeners);
            var latency = run.pace(TIME, perSecond / 2);
            return new Rates.Figures(perSecond, perDelivery, latency.p50(), latency.p99());
        }
    }

    private static long commits(BenchDatabase database, CandidateProcess process) throws Exception {
        process.ask("disconnect");
        Thread.sleep(1000);
        return database.commits();
    }

    @Test
    void twoInstancesOnOneKey() throws Exception {
        var database = database("hot");
        try (var first = Candidate.BANYAN.start(database, 1);
                var second = Candidate.BANYAN.start(database, 1)) {
            var run = new Run(List.of(first, second), 1, 1);
            run.load(WARM_UP);
            double perSecond = run.load(TIME);
            var latency = run.pace(TIME, perSecond / 2);
            page.put(
                    "Two instances, one key",
                    "| | per second | p50 ms at half load | p99 ms at half load |\n|---|---:|---:|---:|\n"
                            + row(
                                    "| One listener, both instances publish | %,.0f | %.1f | %.1f |",
                                    perSecond, latency.p50(), latency.p99()));
        }
    }

    @Test
    void waitingRows() throws Exception {
        var database = database("waiting");
        try (var process = Candidate.BANYAN.start(database, 1, "--load.stalled=true")) {
            var run = new Run(List.of(process), 1, KEYS);
            run.load(WARM_UP);
            double empty = run.load(TIME);
            Waiting.behindParked(database, BACKLOG);
            double full = run.load(Duration.ofSeconds(35));
            double again = run.load(TIME);
            page.put(
                    "With %,d waiting rows".formatted(BACKLOG),
                    """
                    They are another subscriber's, whose thousand keys wait behind a parked event each. The longer run holds a look through all of them.

                    | | per second |
                    |---|---:|
                    """
                            + row("| Empty table | %,.0f |", empty)
                            + row("| Full table, 35 s | %,.0f (%.0f %%) |", full, 100 * full / empty)
                            + row(
                                    "| Full table, %d s | %,.0f (%.0f %%) |",
                                    TIME.toSeconds(), again, 100 * again / empty));
        }
    }

    @Test
    void backlog() throws Exception {
        var database = database("backlog");
        Candidate.BANYAN.start(database, 1).close();
        Waiting.ofOneThatIsGone(database, BACKLOG);
        long start = System.nanoTime();
        try (var process = Candidate.BANYAN.launch(database, 1, List.of("-Xmx256m"))) {
            process.awaitReady();
            double ready = seconds(start);
            var run = new Run(List.of(process), 1, KEYS);
            run.expect(BACKLOG);
            run.awaitHandled();
            double all = seconds(start);
            page.put(
                    "A backlog of %,d, with -Xmx256m".formatted(BACKLOG),
                    """
                    | | |
                    |---|---:|
                    """
                            + row("| Start, with taking them over from an instance that is gone | %.1f s |", ready)
                            + row("| Until all are handled | %.1f s |", all)
                            + row("| per second, without the start | %,.0f |", BACKLOG / (all - ready))
                            + row("| Peak resident memory | %d MB |", process.peakMegabytes()));
        }
    }

    @Test
    void takeOver() throws Exception {
        var database = database("takeover");
        try (var survivor = Candidate.BANYAN.start(database, 1)) {
            var killed = takeOver(database, survivor, CandidateProcess::kill);
            var frozen = takeOver(database, survivor, CandidateProcess::freeze);
            page.put(
                    "%,d rows of an instance that is gone".formatted(LEFT),
                    """
                    | | the other begins with them after | has handled them after |
                    |---|---:|---:|
                    """
                            + row("| Killed (`kill -9`) | %.2f s | %.2f s |", killed[0], killed[1])
                            + row("| Frozen (`kill -STOP`; lease 10 s) | %.2f s | %.2f s |", frozen[0], frozen[1]));
        }
    }

    private static double[] takeOver(BenchDatabase database, CandidateProcess survivor, Ending ending)
            throws Exception {
        try (var ends = Candidate.BANYAN.start(database, 1)) {
            Waiting.ofNewest(database, LEFT);
            long before = survivor.ask("handled").get("count");
            ending.end(ends);
            long start = System.nanoTime();
            awaitCount(survivor, before + 1);
            double begins = seconds(start);
            awaitCount(survivor, before + LEFT);
            double all = seconds(start);
            ends.kill();
            return new double[] {begins, all};
        }
    }

    private static void awaitCount(CandidateProcess process, long count) throws IOException, InterruptedException {
        while (process.ask("handled").get("count") < count) {
            Thread.sleep(5);
        }
    }

    @Test
    void bloat() throws Exception {
        var database = database("bloat");
        try (var process = Candidate.BANYAN.start(database, 1)) {
            var run = new Run(List.of(process), 1, KEYS);
            run.load(WARM_UP);
            var rows = new StringBuilder("""
                    For %d s each, one after the other.

                    | | per second | table | indexes |
                    |---|---:|---:|---:|
                    """.formatted(2 * TIME.toSeconds()));
            rows.append(size("Without", database, run));
            try (var idle = database.connect()) {
                beginSnapshot(idle);
                rows.append(size("With an idle transaction that holds a snapshot", database, run));
            }
            rows.append(size("After it has ended", database, run));
            page.put("A long idle transaction", rows.toString());
        }
    }

    private static void beginSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_current_xact_id()");
        }
    }

    private static String size(String what, BenchDatabase database, Run run) throws Exception {
        double perSecond = run.load(TIME.multipliedBy(2));
        return row(
                "| %s | %,.0f | %.1f MB | %.1f MB |",
                what,
                perSecond,
                database.number("SELECT pg_table_size('runtime.publications')") / 1e6,
                database.number("SELECT pg_indexes_size('runtime.publications')") / 1e6);
    }

    private static BenchDatabase database(String name) throws SQLException {
        return BenchDatabase.create(server, "bench_" + name);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** How an instance goes. */
    private interface Ending {
        void end(CandidateProcess process) throws IOException, InterruptedException;
    }
}
