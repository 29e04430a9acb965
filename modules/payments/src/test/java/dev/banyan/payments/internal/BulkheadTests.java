package dev.banyan.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkheadTests {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Bulkhead bulkhead = new Bulkhead(properties(1));
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        release.countDown();
        bulkhead.destroy();
    }

    @Test
    void interruptsACallThatTakesTooLong() throws Exception {
        var interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> bulkhead.call(Duration.ofMillis(20), () -> {
                    try {
                        release.await();
                    } catch (InterruptedException expected) {
                        interrupted.countDown();
                    }
                    return "late";
                }))
                .isInstanceOf(TimeoutException.class);
        interrupted.await();
        assertThat(bulkhead.call(LONG, () -> "next")).isEqualTo("next");
    }

    @Test
    void keepsThePlaceOfACallThatIgnoresItsInterruption() throws Exception {
        var ended = new CountDownLatch(1);

        assertThatThrownBy(() -> bulkhead.call(Duration.ofMillis(20), () -> {
                    awaitStubbornly();
                    ended.countDown();
                    return "late";
                }))
                .isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> bulkhead.call(LONG, () -> "next")).isInstanceOf(Bulkhead.BusyException.class);
        release.countDown();
        ended.await();
        assertThat(bulkhead.call(LONG, () -> "next")).isEqualTo("next");
    }

    private void awaitStubbornly() {
        while (release.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    static PaymentsProperties properties(int maxCalls) {
        var second = Duration.ofSeconds(1);
        return new PaymentsProperties("sandbox", second, second, maxCalls, second, second, second, LONG, second);
    }

    @Test
    void pausesGrowToALimit() {
        var properties = properties(1);

        assertThat(properties.pause(0)).hasSeconds(1);
        assertThat(properties.pause(1)).hasSeconds(1);
        assertThat(properties.pause(2)).hasSeconds(2);
        assertThat(properties.pause(5)).hasSeconds(16);
        assertThat(properties.pause(6)).hasSeconds(20);
        assertThat(properties.pause(Integer.MAX_VALUE)).hasSeconds(20);
    }
}
