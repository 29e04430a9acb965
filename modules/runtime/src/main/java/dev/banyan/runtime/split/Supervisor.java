package dev.banyan.runtime.split;

import dev.banyan.runtime.split.Probe.Events;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs the processes until it is told to stop: the first start of all, a few at a time, then each on its own. */
final class Supervisor {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LOOKS_BETWEEN_READINGS = 5;

    private final List<Child> children;
    private final List<Watch> watches;
    private final Broker broker;
    private final Display display;
    private final Probe probe = new Probe();
    private final Map<Child, Events> events = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int looks;

    Supervisor(List<Child> children, Broker broker, Display display) {
        var turns = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
        this.children = children;
        this.watches =
                children.stream().map(child -> new Watch(child, probe, turns)).toList();
        this.broker = broker;
        this.display = display;
    }

    /**
     * Returns when all are ready, or false when this is to end before.
     *
     * @throws dev.banyan.runtime.StartRefusedException when one of them doesn't start
     */
    boolean start() throws InterruptedException {
        broker.start();
        watches.forEach(watch -> Thread.ofPlatform()
                .name(watch.child().planned().name())
                .daemon()
                .start(watch));
        boolean ending = false;
        while (!ending && !areReady()) {
            ending = look();
        }
        display.show(children, events);
        return !ending;
    }

    private boolean areReady() {
        for (var watch : watches) {
            try {
                watch.firstReady().getNow(null);
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
            }
        }
        return watches.stream().allMatch(watch -> watch.firstReady().isDone());
    }

    /** Shows the processes until {@link #stop}. */
    void show() throws InterruptedException {
        boolean ending = false;
        while (!ending) {
            ending = look();
        }
    }

    /** Shows how they are after a moment; true when this is to end. */
    private boolean look() throws InterruptedException {
        if (looks++ % LOOKS_BETWEEN_READINGS == 0) {
            children.stream()
                    .filter(child -> child.state() == Child.State.READY)
                    .forEach(child -> probe.events(child.planned().url()).ifPresent(read -> events.put(child, read)));
        }
        display.show(children, events);
        return stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the process of that name, which starts again; false when there is none. */
    boolean restart(String name) {
        var found = watches.stream()
                .filter(watch -> watch.child().planned().name().equals(name))
                .findFirst();
        found.ifPresent(Watch::restart);
        return found.isPresent();
    }

    /** Ends them all, the entry first and the broker last; returns when nothing is left. Repeatable. */
    synchronized void stop() {
        if (stopped.getCount() == 0) {
            return;
        }
        stopped.countDown();
        watches.stream().filter(watch -> watch.child().planned().isEntry()).forEach(Watch::stop);
        watches.parallelStream().forEach(Watch::stop);
        broker.close();
    }
}
