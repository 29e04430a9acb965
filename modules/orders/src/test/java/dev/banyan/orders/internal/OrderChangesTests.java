package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

class OrderChangesTests {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final OrderChanges changes = new OrderChanges();

    @Test
    void endsTheWaitsWhenTheProcessStops() throws Exception {
        var read = new CountDownLatch(1);
        changes.start();
        var waits = CompletableFuture.supplyAsync(() -> await(read));
        assertThat(read.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(waits).isNotDone();
        changes.stop();

        assertThat(waits.get(10, TimeUnit.SECONDS)).isEqualTo("seen");
        assertThat(changes.await(Ids.next(), () -> "seen", seen -> false, LONG)).isEqualTo("seen");
    }

    @Test
    void stopsBeforeTheWebServer() {
        assertThat(changes.getPhase()).isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    private String await(CountDownLatch read) {
        return changes.await(
                Ids.next(),
                () -> {
                    read.countDown();
                    return "seen";
                },
                seen -> false,
                LONG);
    }
}
