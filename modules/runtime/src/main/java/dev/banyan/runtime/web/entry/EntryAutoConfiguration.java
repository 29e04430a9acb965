package dev.banyan.runtime.web.entry;

import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.modules.ConditionalOnModules;
import dev.banyan.runtime.modules.ConditionalOnModules.Place;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.topology.ServiceAddresses;
import dev.banyan.runtime.web.edge.TrustedProxies;
import dev.banyan.runtime.web.problem.ProblemWriter;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.servlet.Filter;
import java.net.http.HttpClient;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Makes a process that doesn't host everything an entry to everything. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnModules(Place.ELSEWHERE)
@EnableConfigurationProperties(EntryProperties.class)
class EntryAutoConfiguration {
    /** Inside of tracing and request ids, outside of everything that checks a request. */
    private static final int FORWARDING = Ordered.HIGHEST_PRECEDENCE + 50;

    private static final int WHOLE_SYSTEM = FORWARDING + 1;

    @Bean
    HttpClient entryClient(EntryProperties properties) {
        return Connections.open(properties.connect());
    }

    @Bean
    Instances moduleInstances(ServiceAddresses addresses) {
        return new Instances(addresses);
    }

    @Bean
    ForwardedHeaders forwardedHeaders(
            @Value("${banyan.service.name:${banyan.process:banyan}}") String process,
            TrustedProxies trusted,
            ObjectProvider<Tracer> tracers,
            ObjectProvider<Propagator> propagators) {
        return new ForwardedHeaders(new Mark(process), trusted, tracers, propagators);
    }

    @Bean
    FilterRegistrationBean<ForwardingFilter> forwardingFilter(
            HostedModules modules,
            Instances instances,
            HttpClient entryClient,
            EntryProperties properties,
            ForwardedHeaders headers,
            ProblemWriter writer) {
        var forwarding = new Forwarding(entryClient, properties, headers);
        return at(FORWARDING, new ForwardingFilter(modules, instances, forwarding, writer));
    }

    @Bean
    Everyone everyone(
            HttpClient entryClient,
            EntryProperties properties,
            ForwardedHeaders headers,
            Instances instances,
            HostedModules modules,
            ServiceAddresses addresses) {
        return new Gathering(
                entryClient,
                properties.gather(),
                headers,
                instances,
                OtherProcesses.others(modules, addresses),
                !modules.names().isEmpty());
    }

    @Bean
    Merging merging(ContractJson json, ProblemWriter writer) {
        return new Merging(json, writer);
    }

    @Bean
    FilterRegistrationBean<WholeSystemFilter> wholeSystemFilter(
            List<WholeSystemCall> calls, Everyone everyone, ProblemWriter writer) {
        return at(WHOLE_SYSTEM, new WholeSystemFilter(calls, everyone, writer));
    }

    private static <T extends Filter> FilterRegistrationBean<T> at(int order, T filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
