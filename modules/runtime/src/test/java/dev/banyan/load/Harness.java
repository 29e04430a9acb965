package dev.banyan.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;

/** Carries out a benchmark's commands, one line each, and answers each with one line. */
final class Harness {
    private static final int PUBLISHERS = 16;
    private static final long SETTLING = TimeUnit.SECONDS.toNanos(2);

    private final Publisher publisher;
    private final Handled handled;
    private final DataSource connections;
    private final PrintStream answers;

    Harness(ApplicationContext context, PrintStream answers) {
        this.publisher = context.getBean(Publisher.class);
        this.handled = context.getBean(Handled.class);
        this.connections = context.getBean(DataSource.class);
        this.answers = answers;
    }

    void serve(InputStream commands) throws Exception {
        answer("ready");
        var lines = new BufferedReader(new InputStreamReader(commands, UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            execute(line.split(" "));
        }
    }

    private void execute(String[] words) throws Exception {
        switch (words[0]) {
            case "load" -> load(Long.parseLong(words[1]), Integer.parseInt(words[2]));
            case "pace" -> pace(Long.parseLong(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "handled" -> answer("count=%d last=%d".formatted(handled.count(), handled.lastNanos()));
            case "latencies" -> latencies();
            case "disconnect" -> disconnect();
            default -> throw new IOException("Unknown: " + words[0]);
        }
    }

    /** Publishes as fast as it goes. */
    private void load(long millis, int keys) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
        var published = new AtomicLong();
        together(number -> {
            while (System.nanoTime() < end) {
                publisher.publish(key(keys));
                published.incrementAndGet();
            }
        });
        answer("published=%d start=%d end=%d".formatted(published.get(), start, System.nanoTime()));
    }

    /** Publishes so many per second, whatever becomes of them; the first seconds' latencies aren't kept. */
    private void pace(long millis, int perSecond, int keys) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + SETTLING + TimeUnit.MILLISECONDS.toNanos(millis);
        long interval = TimeUnit.SECONDS.toNanos(1) * PUBLISHERS / Math.max(1, perSecond);
        var published = new AtomicLong();
        var sampling = Thread.ofVirtual().start(() -> {
            sleepUntil(start + SETTLING);
            handled.sample(2_000_000);
        });
        together(number -> {
            for (long next = start + interval * number / PUBLISHERS; next < end; next += interval) {
                sleepUntil(next);
                publisher.publish(key(keys));
                published.incrementAndGet();
            }
        });
        sampling.join();
        answer("published=%d start=%d".formatted(published.get(), start));
    }

    private void together(Work work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, PUBLISHERS)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> work.run(number)))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
    }

    private void latencies() {
        var sorted = handled.sorted();
        answer("count=%d p50=%d p99=%d".formatted(sorted.length, at(sorted, 0.50), at(sorted, 0.99)));
    }

    private static long at(long[] sorted, double quantile) {
        return sorted.length == 0 ? 0 : sorted[(int) (quantile * (sorted.length - 1))];
    }

    /** Has the server learn what its connections have counted: they tell when they end. */
    private void disconnect() throws SQLException {
        connections.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        answer("done");
    }

    private void answer(String text) {
        answers.println(text);
        answers.flush();
    }

    private static String key(int keys) {
        return "key-" + ThreadLocalRandom.current().nextInt(keys);
    }

    private static void sleepUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** What one of the publishers does. */
    private interface Work {
        void run(int number);
    }
}
