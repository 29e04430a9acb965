package dev.banyan.runtime.calls;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** The instances of a module, each in turn the first to be called. One that could not be reached lately comes after the others. */
final class Instances {
    private static final long LATELY = Duration.ofSeconds(2).toNanos();

    private final List<URI> addresses;
    private final UnaryOperator<List<URI>> names;
    private final LongSupplier nanoTime;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<URI, Long> unreachable = new ConcurrentHashMap<>();

    Instances(List<URI> addresses, UnaryOperator<List<URI>> names, LongSupplier nanoTime) {
        this.addresses = List.copyOf(addresses);
        this.names = names;
        this.nanoTime = nanoTime;
    }

    /** All of them, in the order in which to try them. */
    List<URI> inTurn() {
        var present = names.apply(addresses);
        if (present.size() == 1) {
            return present;
        }
        int first = Math.floorMod(next.getAndIncrement(), present.size());
        var order = new ArrayList<>(present.subList(first, present.size()));
        order.addAll(present.subList(0, first));
        long now = nanoTime.getAsLong();
        order.sort(Comparator.comparing(address -> isUnreachable(address, now)));
        return order;
    }

    void failed(URI address) {
        unreachable.put(address, nanoTime.getAsLong());
    }

    void answered(URI address) {
        if (!unreachable.isEmpty()) {
            unreachable.remove(address);
        }
    }

    private boolean isUnreachable(URI address, long now) {
        var since = unreachable.get(address);
        return since != null && now - since < LATELY;
    }
}
