package dev.banyan.runtime.transport;

import dev.banyan.runtime.events.Outlet;
import dev.banyan.runtime.modules.HostedModules;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;

/** Sends what waits for the broker: a worker for each publisher, so that one whose destination is out of order holds up no other. */
final class Relay implements Outlet, SmartLifecycle {
    private final Map<String, RelayWorker> workers = new TreeMap<>();
    private final Map<String, Set<String>> served = new TreeMap<>();
    private final Forwarding forwarding;
    private volatile boolean running;

    /** @param worker makes the worker of a publisher */
    Relay(HostedModules modules, Forwarding forwarding, Function<String, RelayWorker> worker) {
        this.forwarding = forwarding;
        for (var publisher : modules.all().keySet()) {
            workers.put(publisher, worker.apply(publisher));
            var here = new TreeSet<String>();
            modules.here().stream()
                    .filter(module ->
                            module.name().equals(publisher) || module.listens().contains(publisher))
                    .forEach(module -> here.add(module.name()));
            served.put(publisher, here);
        }
    }

    @Override
    public Set<String> served(String publisher) {
        return served.getOrDefault(publisher, Set.of());
    }

    @Override
    public void wake(String publisher) {
        var worker = workers.get(publisher);
        if (worker != null) {
            worker.wake();
        }
    }

    @Override
    public void look(String publisher, long position) {
        var worker = workers.get(publisher);
        if (worker != null) {
            worker.look(position);
        }
    }

    @Override
    public void wakeAll() {
        workers.values().forEach(RelayWorker::wake);
    }

    @Override
    public void start() {
        running = true;
        forwarding.start(this::startWorkers, this::wakeAll);
    }

    private void startWorkers() {
        if (running) {
            workers.values().forEach(RelayWorker::start);
        }
    }

    @Override
    public void stop() {
        running = false;
        forwarding.stop();
        workers.values().forEach(RelayWorker::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the listeners of this process, whose events are to be sent, too. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 5000;
    }
}
