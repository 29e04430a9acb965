package dev.banyan.rig;

import java.sql.SQLException;
import java.time.Duration;

/**
 * F11: again and again ends the lease of an instance that is alive and at work, so that the others take over what it is about to deliver: several of them
 * hold each event, and try to deliver it at once.
 */
final class LeaseThief {
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final String END_ONE = """
            UPDATE runtime.instances SET lease_until = clock_timestamp() - interval '1 millisecond'
             WHERE id = (SELECT id FROM runtime.instances WHERE lease_until > clock_timestamp() ORDER BY random() LIMIT 1)
            """;

    private final PostgresProcess postgres;
    private volatile boolean stealing;
    private Thread thread = new Thread();

    LeaseThief(PostgresProcess postgres) {
        this.postgres = postgres;
    }

    void start() {
        stealing = true;
        thread = Thread.ofVirtual().name("lease-thief").start(this::steal);
    }

    void stop() throws InterruptedException {
        stealing = false;
        thread.join();
    }

    private void steal() {
        while (stealing) {
            try {
                postgres.execute(END_ONE);
                Thread.sleep(PAUSE);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }
}
