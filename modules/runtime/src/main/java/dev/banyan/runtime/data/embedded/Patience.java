package dev.banyan.runtime.data.embedded;

import java.time.Duration;

/** Waiting that an interrupt ends with an exception, for code that can't go on without the awaited. */
final class Patience {

    private Patience() {}

    static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting for PostgreSQL", cause);
    }
}
