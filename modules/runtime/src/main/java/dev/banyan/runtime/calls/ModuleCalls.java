package dev.banyan.runtime.calls;

import dev.banyan.runtime.events.DeliverySuspension;
import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.modules.ModuleName;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Wraps the one bean of each hosted module's API, so that a local call obeys the rules of a remote one. */
final class ModuleCalls implements BeanPostProcessor {
    private final HostedModules modules;
    private final Supplier<CallProperties> properties;
    private final Supplier<ContractJson> json;
    private final Supplier<MeterRegistry> meters;

    ModuleCalls(
            HostedModules modules,
            Supplier<CallProperties> properties,
            Supplier<ContractJson> json,
            Supplier<MeterRegistry> meters) {
        this.modules = modules;
        this.properties = properties;
        this.json = json;
        this.meters = meters;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return ModuleApis.of(bean)
                .filter(api -> modules.hosts(module(api)))
                .map(api -> wrap(bean, api))
                .orElse(bean);
    }

    private Object wrap(Object bean, Class<?> api) {
        var proxy = new ProxyFactory();
        proxy.addInterface(api);
        proxy.setTarget(bean);
        proxy.addAdvice(new TransactionBoundary(api));
        proxy.addAdvice(new CallMeter(module(api), false, meters));
        proxy.addAdvice(new DeliverySuspension());
        if (properties.get().loopback()) {
            proxy.addAdvice(new Loopback(api, json.get()));
        }
        return proxy.getProxy(api.getClassLoader());
    }

    static String describe(Class<?> api, String method) {
        return "%s.%s".formatted(api.getSimpleName(), method);
    }

    static String module(Class<?> api) {
        return ModuleName.of(api);
    }
}
