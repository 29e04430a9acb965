package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** I15: what an instance holds when there is nothing left to do. */
final class Leaks {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_CONNECTIONS = 20;
    private static final int MOST_THREADS = 100;

    private Leaks() {}

    /** Fails unless every connection comes back to the pool soon, and no thread or connection has been left over. */
    static void check(AppProcess app) {
        await("I15 no leak, see " + app.log()).atMost(PATIENCE).untilAsserted(() -> {
            assertThat(app.isAlive()).as("it is alive").isTrue();
            var metrics = app.http().get("/actuator/prometheus").expect(200).body();
            assertThat(value(metrics, "hikaricp_connections_active"))
                    .as("connections in use")
                    .isZero();
            assertThat(value(metrics, "hikaricp_connections_pending"))
                    .as("who waits for a connection")
                    .isZero();
            assertThat(value(metrics, "hikaricp_connections")).as("connections").isLessThanOrEqualTo(MOST_CONNECTIONS);
            assertThat(value(metrics, "jvm_threads_live_threads")).as("threads").isLessThanOrEqualTo(MOST_THREADS);
        });
    }

    private static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
