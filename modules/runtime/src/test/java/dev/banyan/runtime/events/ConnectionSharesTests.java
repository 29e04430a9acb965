package dev.banyan.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionSharesTests {
    private final ConnectionShares shares = new ConnectionShares(2);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger hanging = new AtomicInteger();

    @AfterEach
    void end() {
        end.countDown();
    }

    @Test
    void leavesEachSubscriberOneWhateverTheOthersHold() throws InterruptedException {
        hang("busy", 5);
        await().untilAtomic(hanging, is -> assertThat(is).isEqualTo(3));
        var done = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> shares.with("other", () -> {
                    done.countDown();
                    return "";
                }));
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(hanging).hasValue(3);
    }

    @Test
    void servesThoseThatWaitOnceOthersHaveEnded() {
        hang("busy", 5);
        await().untilAtomic(hanging, is -> assertThat(is).isEqualTo(3));
        end.countDown();
        await().untilAtomic(hanging, is -> assertThat(is).isEqualTo(5));
    }

    private void hang(String subscriber, int times) {
        for (int i = 0; i < times; i++) {
            Thread.ofVirtual()
                    .start(() -> shares.with(subscriber, () -> {
                        hanging.incrementAndGet();
                        try {
                            return end.await(30, TimeUnit.SECONDS);
                        } catch (InterruptedException interrupted) {
                            throw new IllegalStateException(interrupted);
                        }
                    }));
        }
    }
}
