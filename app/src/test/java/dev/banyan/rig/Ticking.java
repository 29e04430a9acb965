package dev.banyan.rig;

import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import java.time.Duration;

/** Publishes single events, and brings their delivery into a certain state. */
final class Ticking {
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(5);
    private static final Duration TIME_TO_FREEZE = Duration.ofSeconds(2);

    private Ticking() {}

    static String newKey() {
        return "key-" + Ids.next();
    }

    /** An event whose first deliveries fail, as many as {@code faults}. */
    static void tick(AppProcess app, String key, int faults) {
        app.http()
                .post("/api/rig/ticks/%s?faults=%d".formatted(key, faults), "")
                .expect(200);
    }

    /** {@code app} begins to deliver an event to {@code listener}, is frozen past its lease, so that another delivers it, and then goes on with it. */
    static void deliverLate(AppProcess app, String listener) throws Exception {
        app.arm("listener-begin " + listener, 1, "SLEEP", TIME_TO_FREEZE.toMillis());
        tick(app, newKey(), 0);
        await().until(() -> app.process().output().contains("Failpoint listener-begin " + listener + ": SLEEP"));
        new Fault("SIGSTOP", app::freeze, app::thaw).doFor(LONGER_THAN_A_LEASE);
        Thread.sleep(TIME_TO_FREEZE);
    }
}
