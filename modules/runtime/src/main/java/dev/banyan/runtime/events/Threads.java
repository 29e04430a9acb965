package dev.banyan.runtime.events;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits for threads that were told to end. */
final class Threads {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Threads() {}

    static void await(@Nullable Thread ending) {
        try {
            if (ending != null) {
                ending.join(PATIENCE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
