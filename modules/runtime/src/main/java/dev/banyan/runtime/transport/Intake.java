package dev.banyan.runtime.transport;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Takes in what one module receives. Returns once it is committed; while the database is away it tries again and again, so that nothing is
 * acknowledged and nothing overtakes.
 */
final class Intake implements Consumer<List<CloudEvent>> {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final String module;
    private final Inbox inbox;
    private final BrokerStatus status;
    private final IntConsumer received;
    private final BooleanSupplier running;

    /** @param received told how many messages were for the module */
    Intake(String module, Inbox inbox, BrokerStatus status, IntConsumer received, BooleanSupplier running) {
        this.module = module;
        this.inbox = inbox;
        this.status = status;
        this.received = received;
        this.running = running;
    }

    /** @throws IllegalStateException when the process stops: the messages come again */
    @Override
    public void accept(List<CloudEvent> messages) {
        var what = "Taking in events for " + module;
        for (var pause = FIRST_PAUSE; running.getAsBoolean(); pause = longer(pause)) {
            try {
                received.accept(inbox.take(module, messages));
                status.works(what);
                return;
            } catch (RuntimeException failure) {
                status.failing(what, failure);
                sleep(pause);
            }
        }
        throw new IllegalStateException("The process stops");
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The process stops", interrupted);
        }
    }
}
