package dev.banyan.rig;

import java.time.Duration;

/** Something bad, and its end. */
record Fault(String name, Act harm, Act healing) {
    /** What is done to something, or undone. */
    @FunctionalInterface
    interface Act {
        void act() throws Exception;
    }

    /** It is healed when this returns, whatever happens. */
    void doFor(Duration time) throws Exception {
        try {
            harm.act();
            Thread.sleep(time);
        } finally {
            healing.act();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
