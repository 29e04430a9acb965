package dev.banyan.runtime.web.entry;

import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.topology.ServiceAddresses;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The other processes, so that each can be asked for its part once. Whatever shares an address is one process; what shares one with this process is
 * left out, since this process knows the same.
 */
final class OtherProcesses {
    private final List<Group> groups = new ArrayList<>();

    private OtherProcesses() {}

    static List<OtherProcess> others(HostedModules modules, ServiceAddresses addresses) {
        var processes = new OtherProcesses();
        for (var module : modules.all().keySet()) {
            if (!modules.hosts(module) || addresses.services().containsKey(module)) {
                processes.add(module, addresses.of(module));
            }
        }
        return processes.groups.stream()
                .filter(group -> Collections.disjoint(group.modules(), modules.names()))
                .map(group -> new OtherProcess(String.join("+", group.modules()), List.copyOf(group.addresses())))
                .toList();
    }

    private record Group(Set<String> modules, Set<URI> addresses) {}

    private void add(String module, List<URI> addresses) {
        var joined = new Group(new TreeSet<>(Set.of(module)), new TreeSet<>(addresses));
        for (var group : List.copyOf(groups)) {
            if (!Collections.disjoint(group.addresses(), joined.addresses())) {
                groups.remove(group);
                joined.modules().addAll(group.modules());
                joined.addresses().addAll(group.addresses());
            }
        }
        groups.add(joined);
    }
}
