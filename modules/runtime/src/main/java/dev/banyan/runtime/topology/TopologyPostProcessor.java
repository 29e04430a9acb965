package dev.banyan.runtime.topology;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.topology.Topology.Member;
import java.net.URI;
import java.util.HashMap;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * With {@code banyan.topology} (a file) and {@code banyan.process} (a name in it) a process hosts what the file says, and finds the others
 * where the file says; properties that are set elsewhere win.
 */
public final class TopologyPostProcessor implements EnvironmentPostProcessor, Ordered {
    /** After the configuration files, which may name the topology, and before the defaults. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var file = environment.getProperty("banyan.topology", "");
        if (file.isEmpty()) {
            return;
        }
        var location = file.contains(":") ? file : "file:" + file;
        var topology = Topology.read(new DefaultResourceLoader().getResource(location), HostedModules.read());
        var name = environment.getProperty("banyan.process", "");
        var process = topology.processes().get(name);
        if (process == null) {
            throw new StartRefusedException("banyan.process is '%s', but the processes of the topology %s are %s."
                    .formatted(
                            name, file, String.join(", ", topology.processes().keySet())));
        }
        apply(environment, topology, process);
    }

    private static void apply(ConfigurableEnvironment environment, Topology topology, Member process) {
        var properties = new HashMap<String, Object>();
        if (process.modules().isEmpty()) {
            environment.addActiveProfile(HostedModules.GATEWAY);
        } else {
            properties.put("banyan.modules", String.join(",", process.modules()));
        }
        if (topology.transport() != Transport.NONE) {
            environment.addActiveProfile(topology.transport().profile());
        }
        topology.addresses()
                .forEach((module, addresses) -> properties.put(
                        "banyan.services." + module,
                        addresses.stream().map(URI::toString).collect(Collectors.joining(","))));
        environment.getPropertySources().addLast(new MapPropertySource("topology", properties));
    }
}
