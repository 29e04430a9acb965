package dev.banyan.runtime.calls;

import dev.banyan.alpha.AlphaApi;
import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.topology.ServiceAddresses;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Clients of alpha as a process has them, each with properties of its own. */
final class Clients implements AutoCloseable {
    final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<RemoteClients> open = new ArrayList<>();
    Duration read = Duration.ofSeconds(5);
    Duration deadline = Duration.ofSeconds(8);
    int attempts = 3;
    int concurrency = 8;
    CallProperties.Breaker breaker = new CallProperties.Breaker(100, 50, Duration.ofSeconds(5));

    AlphaApi alpha(URI... instances) {
        var properties = new CallProperties(
                false,
                Duration.ofSeconds(1),
                read,
                deadline,
                attempts,
                Duration.ofMillis(2),
                concurrency,
                Duration.ofMillis(20),
                breaker);
        var clients = new RemoteClients(
                properties,
                new ServiceAddresses(Map.of("alpha", List.of(instances))),
                (module, caller) -> "token",
                new ContractJson(),
                ObservationRegistry.NOOP,
                () -> meters);
        open.add(clients);
        return clients.client(AlphaApi.class, "alpha", "");
    }

    @Override
    public void close() {
        open.forEach(RemoteClients::close);
    }
}
