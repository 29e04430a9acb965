package dev.banyan.runtime.split;

import java.io.IOException;

/** Ends a process when whoever started it is gone, however that ended: its standard input ends then. */
public final class Lifeline {
    private static final String PROPERTY = "banyan.lifeline";
    private static final int STOPPED = 143;

    private Lifeline() {}

    /** The Java option that has a process hold on to its starter. */
    static String option() {
        return "-D" + PROPERTY + "=true";
    }

    /** Begins to watch, in a process that was started with that option. */
    public static void hold() {
        if (Boolean.getBoolean(PROPERTY)) {
            Thread.ofPlatform().daemon().name("lifeline").start(Lifeline::watch);
        }
    }

    private static void watch() {
        try {
            while (System.in.read() >= 0) {
                // Nobody says anything.
            }
        } catch (IOException broken) {
            // As good as the end.
        }
        System.exit(STOPPED);
    }
}
