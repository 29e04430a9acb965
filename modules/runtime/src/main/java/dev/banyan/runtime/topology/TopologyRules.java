package dev.banyan.runtime.topology;

import dev.banyan.runtime.modules.ModuleDescriptor;
import dev.banyan.runtime.topology.Topology.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a topology's processes make one whole shop. */
final class TopologyRules {
    private final Topology topology;
    private final SortedMap<String, ModuleDescriptor> modules;

    TopologyRules(Topology topology, SortedMap<String, ModuleDescriptor> modules) {
        this.topology = topology;
        this.modules = modules;
    }

    /** The first thing that is wrong, as what follows the topology's name in a sentence. */
    Optional<String> problem() {
        return Stream.of(unknownModule(), nowhere(), twice(), withoutTransport())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> unknownModule() {
        return topology.processes().entrySet().stream()
                .flatMap(process -> process.getValue().modules().stream()
                        .filter(module -> !modules.containsKey(module))
                        .map(module -> "gives process '%s' the module '%s', but the modules are %s"
                                .formatted(process.getKey(), module, String.join(", ", modules.keySet()))))
                .findFirst();
    }

    private Optional<String> nowhere() {
        return modules.keySet().stream()
                .filter(module -> hosts(module).isEmpty())
                .map("hosts the module '%s' nowhere"::formatted)
                .findFirst();
    }

    private Optional<String> twice() {
        return modules.keySet().stream()
                .filter(module -> hosts(module).size() > 1 && !haveOneDatabase(hosts(module)))
                .map(module ->
                        "hosts the module '%s' in %s, which have databases of their own: give them the same 'database' or host it once"
                                .formatted(
                                        module,
                                        String.join(
                                                " and ",
                                                hosts(module).stream()
                                                        .map(Map.Entry::getKey)
                                                        .toList())))
                .findFirst();
    }

    private static boolean haveOneDatabase(List<Map.Entry<String, Member>> processes) {
        var databases = new HashSet<@Nullable String>();
        processes.forEach(process -> databases.add(process.getValue().database()));
        return databases.size() == 1 && databases.stream().allMatch(Objects::nonNull);
    }

    private Optional<String> withoutTransport() {
        if (topology.transport() != Transport.NONE) {
            return Optional.empty();
        }
        return modules.values().stream()
                .flatMap(listener -> listener.listens().stream()
                        .filter(publisher -> !areTogether(publisher, listener.name()))
                        .map(publisher ->
                                "hosts '%s' apart from '%s', whose events it handles, and names no transport: say 'transport: kafka' or 'transport: rabbit'"
                                        .formatted(listener.name(), publisher)))
                .findFirst();
    }

    /** Whether every process that publishes hands its events over by itself. */
    private boolean areTogether(String publisher, String listener) {
        return hosts(publisher).stream()
                .allMatch(process -> process.getValue().modules().contains(listener));
    }

    private List<Map.Entry<String, Member>> hosts(String module) {
        return topology.processes().entrySet().stream()
                .filter(process -> process.getValue().modules().contains(module))
                .toList();
    }
}
