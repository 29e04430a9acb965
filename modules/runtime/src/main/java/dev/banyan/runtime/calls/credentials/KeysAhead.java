package dev.banyan.runtime.calls.credentials;

import dev.banyan.runtime.security.Authenticator;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Reads the keys of access tokens from the start on, every second until there are some and every minute after that, so that no request waits for them. */
final class KeysAhead implements SmartLifecycle {
    private static final Duration UNTIL_THE_FIRST = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Authenticator authenticator;
    private volatile @Nullable CountDownLatch stopped;

    KeysAhead(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        Thread.ofVirtual().name("keys-ahead").start(() -> read(stop));
    }

    private void read(CountDownLatch stop) {
        try {
            Duration pause;
            do {
                pause = authenticator.readKeysAhead() ? BETWEEN : UNTIL_THE_FIRST;
            } while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var stop = stopped;
        if (stop != null) {
            stop.countDown();
            stopped = null;
        }
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }
}
