package dev.banyan.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Load on one or two processes of one database. */
final class Run {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<CandidateProcess> processes;
    private final int listeners;
    private final int keys;
    private long published;
    private long before;

    Run(List<CandidateProcess> processes, int listeners, int keys) {
        this.processes = processes;
        this.listeners = listeners;
        this.keys = keys;
    }

    /** Events per second, until the last was handled; without listeners, until it was published. */
    double load(Duration time) throws IOException, InterruptedException {
        var answers = together("load %d %d".formatted(time.toMillis(), keys));
        long events = published(answers);
        long start =
                answers.stream().mapToLong(answer -> answer.get("start")).min().orElseThrow();
        long end = listeners == 0
                ? answers.stream().mapToLong(answer -> answer.get("end")).max().orElseThrow()
                : awaitHandled();
        return events * 1e9 / (end - start);
    }

    /** Milliseconds from the publishing of an event to the commit of its effects, at so many events per second. */
    Latency pace(Duration time, double perSecond) throws IOException, InterruptedException {
        int each = (int) (perSecond / processes.size());
        published(together("pace %d %d %d".formatted(time.toMillis(), each, keys)));
        awaitHandled();
        var latencies = together("latencies");
        return new Latency(
                worst(latencies, "p50"),
                worst(latencies, "p99"),
                latencies.stream().mapToLong(answer -> answer.get("count")).sum());
    }

    /** Of several processes the worse one's. */
    record Latency(double p50, double p99, long count) {}

    long published() {
        return published;
    }

    /** Events that were there before, to be handled too. */
    void expect(long others) {
        before += others;
    }

    private long published(List<Map<String, Long>> answers) {
        long events =
                answers.stream().mapToLong(answer -> answer.get("published")).sum();
        published += events;
        return events;
    }

    private List<Map<String, Long>> together(String command) throws IOException {
        processes.forEach(process -> process.tell(command));
        var answers = new ArrayList<Map<String, Long>>();
        for (var process : processes) {
            answers.add(process.answer());
        }
        return answers;
    }

    /** Waits until everything published is handled, and returns when the last was. */
    long awaitHandled() throws IOException, InterruptedException {
        long expected = (published + before) * listeners;
        long best = -1;
        long deadline = 0;
        while (true) {
            var answers = together("handled");
            long count =
                    answers.stream().mapToLong(answer -> answer.get("count")).sum();
            if (count >= expected) {
                return answers.stream()
                        .mapToLong(answer -> answer.get("last"))
                        .max()
                        .orElseThrow();
            }
            if (count > best) {
                best = count;
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new IOException("%d of %d were handled, and no more".formatted(count, expected));
            }
            Thread.sleep(20);
        }
    }

    private static double worst(List<Map<String, Long>> latencies, String quantile) {
        return latencies.stream()
                        .mapToLong(answer -> answer.get(quantile))
                        .max()
                        .orElse(0)
                / 1e6;
    }
}
