package dev.banyan.runtime.topology;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.modules.ModuleDescriptor;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.Resource;

/**
 * A partition of the modules into processes, as a topology file says it.
 *
 * @param processes by name, in the order of the file
 */
public record Topology(
        @DefaultValue("none") Transport transport,
        @DefaultValue Map<String, Member> processes) {
    /**
     * One process, of which there may be several instances.
     *
     * @param modules what it hosts; a gateway none
     * @param addresses where its instances answer; {@code http://<process>:8080} unless given
     * @param database processes with the same one share a database; each has its own unless given
     */
    public record Member(
            @DefaultValue List<String> modules,
            @DefaultValue List<URI> addresses,
            @Nullable String database) {
        private Member named(String process) {
            return addresses.isEmpty()
                    ? new Member(modules, List.of(URI.create("http://" + process + ":8080")), database)
                    : this;
        }
    }

    /**
     * Reads and checks a file.
     *
     * @throws StartRefusedException with one sentence, when it can't be read or its processes can't be one shop
     */
    public static Topology read(Resource file, SortedMap<String, ModuleDescriptor> modules) {
        var bound = bind(file);
        var processes = new LinkedHashMap<String, Member>();
        bound.processes().forEach((name, member) -> processes.put(name, member.named(name)));
        var topology = new Topology(bound.transport(), processes);
        new TopologyRules(topology, modules).problem().ifPresent(problem -> {
            throw new StartRefusedException("The topology %s %s.".formatted(file.getDescription(), problem));
        });
        return topology;
    }

    private static Topology bind(Resource file) {
        try {
            var sources = ConfigurationPropertySources.from(new YamlPropertySourceLoader().load("topology", file));
            return new Binder(sources)
                    .bindOrCreate(
                            ConfigurationPropertyName.EMPTY,
                            Bindable.of(Topology.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
        } catch (IOException | RuntimeException unreadable) {
            var reason = NestedExceptionUtils.getMostSpecificCause(unreadable).getMessage();
            throw new StartRefusedException(
                    "The topology %s can't be read: %s."
                            .formatted(
                                    file.getDescription(),
                                    String.valueOf(reason).replaceAll("\\s+", " ")),
                    unreadable);
        }
    }

    /** The addresses of each module's instances. */
    public SortedMap<String, List<URI>> addresses() {
        var addresses = new TreeMap<String, List<URI>>();
        processes
                .values()
                .forEach(process -> process.modules()
                        .forEach(module -> addresses.merge(module, process.addresses(), Topology::joined)));
        return addresses;
    }

    private static List<URI> joined(List<URI> some, List<URI> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
