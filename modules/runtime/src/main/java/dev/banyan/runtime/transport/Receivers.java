package dev.banyan.runtime.transport;

import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.transport.EventBroker.Receiving;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;

/** Receives for each module here what it listens to, as soon as the broker is there. */
final class Receivers implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HostedModules modules;
    private final EventBroker broker;
    private final BrokerStatus status;
    private final Function<String, Intake> intakes;
    private final Queue<Receiving> open = new ConcurrentLinkedQueue<>();
    private final List<Thread> opening = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    /** @param intakes makes a module's intake, which works while this runs */
    Receivers(
            HostedModules modules,
            EventBroker broker,
            BrokerStatus status,
            Function<BooleanSupplier, Function<String, Intake>> intakes) {
        this.modules = modules;
        this.broker = broker;
        this.status = status;
        this.intakes = intakes.apply(this::isRunning);
    }

    @Override
    public void start() {
        running = true;
        for (var module : modules.here()) {
            var intake = intakes.apply(module.name());
            for (var publisher : module.listens()) {
                opening.add(Thread.ofVirtual()
                        .name("receiver-" + module.name() + "-" + publisher)
                        .start(() -> open(publisher, module.name(), intake)));
            }
        }
    }

    private void open(String publisher, String module, Intake intake) {
        var what = "Receiving events of %s for %s".formatted(publisher, module);
        while (running) {
            try {
                keep(broker.receive(publisher, module, intake));
                status.works(what);
                return;
            } catch (RuntimeException away) {
                status.failing(what, away);
                if (!slept()) {
                    return;
                }
            }
        }
    }

    private void keep(Receiving receiving) {
        open.add(receiving);
        if (!running && open.remove(receiving)) {
            receiving.detach();
            receiving.close();
        }
    }

    private static boolean slept() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    /** Begins nothing new; what is under way is taken in, or comes again. */
    @Override
    public void stop() {
        open.forEach(Receiving::detach);
        running = false;
        opening.forEach(Thread::interrupt);
        opening.clear();
        for (var receiving = open.poll(); receiving != null; receiving = open.poll()) {
            receiving.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts after the delivery of events, and stops before it. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4000;
    }
}
