package dev.banyan.runtime.calls;

import dev.banyan.runtime.events.DeliverySuspension;
import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.topology.ServiceAddresses;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Makes the beans through which modules that run elsewhere are called. */
public final class RemoteClients implements AutoCloseable {
    private final CallProperties properties;
    private final ServiceAddresses addresses;
    private final CallTokens tokens;
    private final ContractJson json;
    private final ObservationRegistry observations;
    private final Supplier<MeterRegistry> meters;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AttemptRequests requests;
    private final Map<String, CallTarget> targets = new ConcurrentHashMap<>();

    RemoteClients(
            CallProperties properties,
            ServiceAddresses addresses,
            CallTokens tokens,
            ContractJson json,
            ObservationRegistry observations,
            Supplier<MeterRegistry> meters) {
        this.properties = properties;
        this.addresses = addresses;
        this.tokens = tokens;
        this.json = json;
        this.observations = observations;
        this.meters = meters;
        this.requests = new AttemptRequests(threads, properties.connect());
    }

    /**
     * Calls {@code module}, with all the rules of a call.
     *
     * @param path what the paths of {@code api} come after
     */
    public <T> T client(Class<T> api, String module, String path) {
        var proxy = new ProxyFactory();
        proxy.addInterface(api);
        proxy.setTarget(exchange(api, module, path));
        proxy.addAdvice(new TransactionBoundary(api));
        proxy.addAdvice(new CallMeter(module, true, meters));
        proxy.addAdvice(new DeliverySuspension());
        proxy.addAdvice(new RemoteCall(target(module), properties, tokens));
        return api.cast(proxy.getProxy(api.getClassLoader()));
    }

    private <T> T exchange(Class<T> api, String module, String path) {
        var client = RestClient.builder()
                .baseUrl("http://" + module + path)
                .requestFactory(requests)
                .observationRegistry(observations)
                .configureMessageConverters(
                        converters -> converters.addCustomConverter(new JacksonJsonHttpMessageConverter(json.mapper())))
                .defaultStatusHandler(status -> !status.is2xxSuccessful(), new Answers(Failures.of(api), json))
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(api);
    }

    private CallTarget target(String module) {
        return targets.computeIfAbsent(
                module,
                name -> new CallTarget(
                        name, new Instances(addresses.of(name), new Names(), System::nanoTime), properties));
    }

    @Override
    public void close() {
        requests.close();
        threads.shutdownNow();
    }
}
