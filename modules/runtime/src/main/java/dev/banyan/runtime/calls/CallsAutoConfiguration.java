package dev.banyan.runtime.calls;

import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.security.ServiceTokens;
import dev.banyan.runtime.topology.ServiceAddresses;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Calls between modules. */
@AutoConfiguration
@EnableConfigurationProperties(CallProperties.class)
class CallsAutoConfiguration {
    @Bean
    static ModuleCalls moduleCalls(
            HostedModules modules,
            ObjectProvider<CallProperties> properties,
            ObjectProvider<ContractJson> json,
            ObjectProvider<MeterRegistry> meters) {
        return new ModuleCalls(modules, properties::getObject, json::getObject, registry(meters));
    }

    @Bean
    static RemoteModules remoteModules(HostedModules modules, Environment environment) {
        return new RemoteModules(modules, environment);
    }

    @Bean
    @Lazy
    RemoteClients remoteClients(
            CallProperties properties,
            ServiceAddresses addresses,
            ServiceTokens tokens,
            ContractJson json,
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<MeterRegistry> meters) {
        return new RemoteClients(
                properties,
                addresses,
                tokens::issue,
                json,
                observations.getIfAvailable(() -> ObservationRegistry.NOOP),
                registry(meters));
    }

    private static Supplier<MeterRegistry> registry(ObjectProvider<MeterRegistry> meters) {
        return () -> meters.getIfAvailable(() -> Metrics.globalRegistry);
    }
}
