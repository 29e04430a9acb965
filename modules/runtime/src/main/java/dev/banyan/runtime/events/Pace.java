package dev.banyan.runtime.events;

/**
 * How long one subscriber takes for an event, as a moving average, and so how many may share a transaction: what shares one waits for
 * the others, so together they stay within a few milliseconds. May be used by any thread.
 */
final class Pace {
    private static final double TOGETHER_NANOS = 20_000_000;
    private static final double WEIGHT = 0.2;
    private static final int MOST = 50;

    private double nanosEach = TOGETHER_NANOS;

    synchronized void took(long nanos, int events) {
        double each = (double) nanos / events;
        nanosEach += WEIGHT * (each - nanosEach);
    }

    synchronized int share() {
        return (int) Math.clamp(TOGETHER_NANOS / nanosEach, 1, MOST);
    }
}
