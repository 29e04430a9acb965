package dev.banyan.runtime.web.edge;

import java.util.concurrent.Semaphore;

/**
 * The memory that large bodies may take in this process, all requests together; they are read before anybody knows who sent them. A small
 * body is never refused: the first {@value #FREE} bytes of each are free.
 */
final class BodyBudget {
    static final int FREE = 16 * 1024;

    private static final int KIB = 1024;
    private static final int DEFAULT_KIB = 64 * KIB;

    private final Semaphore kibibytes;

    BodyBudget() {
        this(DEFAULT_KIB);
    }

    BodyBudget(int kibibytes) {
        this.kibibytes = new Semaphore(kibibytes);
    }

    /** One request's share, nothing yet. */
    Share share() {
        return new Share();
    }

    /** What one request has taken; closing gives it back. Not for several threads. */
    final class Share implements AutoCloseable {
        private int taken;

        /** Takes room for {@code bytes}; false when there is none, at once. */
        boolean take(int bytes) {
            int needed = Math.ceilDiv(bytes, KIB);
            boolean free = kibibytes.tryAcquire(needed);
            taken += free ? needed : 0;
            return free;
        }

        @Override
        public void close() {
            kibibytes.release(taken);
            taken = 0;
        }
    }
}
