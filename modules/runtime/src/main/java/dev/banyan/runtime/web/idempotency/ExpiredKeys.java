package dev.banyan.runtime.web.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Deletes expired keys now and then. */
final class ExpiredKeys implements SmartLifecycle, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(ExpiredKeys.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final IdempotencyKeys keys;
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private volatile @Nullable ScheduledFuture<?> runs;

    ExpiredKeys(IdempotencyKeys keys) {
        this.keys = keys;
        scheduler.setThreadNamePrefix("expired-idempotency-keys-");
        scheduler.setVirtualThreads(true);
    }

    @Override
    public void start() {
        runs = scheduler.scheduleWithFixedDelay(this::delete, Instant.now().plus(PAUSE), PAUSE);
    }

    @Override
    public void stop() {
        var present = runs;
        runs = null;
        if (present != null) {
            present.cancel(false);
        }
    }

    @Override
    public boolean isRunning() {
        return runs != null;
    }

    @Override
    public void destroy() {
        scheduler.close();
    }

    private void delete() {
        try {
            boolean more = true;
            while (isRunning() && more) {
                more = keys.deleteExpired();
            }
        } catch (RuntimeException failure) {
            log.warn("Expired idempotency keys could not be deleted; the next run will", failure);
        }
    }
}
