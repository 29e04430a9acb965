package dev.banyan.runtime.split;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.topology.Topology;
import dev.banyan.runtime.topology.Topology.Member;
import dev.banyan.runtime.topology.Transport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What is started: a process for each of the topology's, and the entry among them. */
record Plan(Transport transport, List<Planned> processes) {
    /**
     * One process.
     *
     * @param isEntry whether it is the one that clients reach all of them through
     */
    record Planned(String name, List<String> modules, int port, boolean isEntry) {
        String url() {
            return "http://127.0.0.1:" + port;
        }
    }

    /** @throws StartRefusedException when the topology can't be started on this machine */
    static Plan of(SplitOptions options) {
        var topology = Topology.read(options.file(), HostedModules.read());
        requireOwnDatabases(topology);
        var ports = new Ports(options.port());
        var entry = entry(topology);
        var processes = new ArrayList<Planned>();
        topology.processes().forEach((name, member) -> {
            boolean isEntry = name.equals(entry);
            processes.add(new Planned(name, member.modules(), isEntry ? options.port() : ports.next(), isEntry));
        });
        return new Plan(topology.transport(), processes);
    }

    /** The first process without modules, else the first. */
    private static String entry(Topology topology) {
        return topology.processes().entrySet().stream()
                .filter(process -> process.getValue().modules().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(topology.processes().keySet().iterator().next());
    }

    private static void requireOwnDatabases(Topology topology) {
        var databases = new HashSet<String>();
        for (Member process : topology.processes().values()) {
            if (process.database() != null && !databases.add(process.database())) {
                throw new StartRefusedException(
                        "Processes that share a database, as those with '%s' do, can't be started with split, which gives each one of its own."
                                .formatted(process.database()));
            }
        }
    }

    Planned entry() {
        return processes.stream().filter(Planned::isEntry).findFirst().orElseThrow();
    }

    /** Which process hosts each module, as properties. */
    List<String> addresses() {
        return processes.stream()
                .flatMap(process -> process.modules().stream()
                        .map(module -> "--banyan.services.%s=%s".formatted(module, process.url())))
                .toList();
    }
}
