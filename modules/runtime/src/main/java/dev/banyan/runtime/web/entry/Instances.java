package dev.banyan.runtime.web.entry;

import dev.banyan.runtime.topology.ServiceAddresses;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of modules, in turn. */
final class Instances {
    private final ServiceAddresses addresses;
    private final AtomicInteger turn = new AtomicInteger();

    Instances(ServiceAddresses addresses) {
        this.addresses = addresses;
    }

    /** All instances in the order in which to try them: each time another one comes first. */
    List<URI> of(String module) {
        return rotated(addresses.of(module));
    }

    List<URI> rotated(List<URI> instances) {
        var order = new ArrayList<>(instances);
        Collections.rotate(order, turn.getAndIncrement() % order.size());
        return order;
    }
}
