package dev.banyan.runtime.calls.serving;

import dev.banyan.runtime.modules.HostedModules;
import java.util.Objects;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.util.ClassUtils;

/** Maps the APIs of the hosted modules. A call from another process has been through its rules there, so it meets the module's bean itself. */
final class ServedModules implements SmartInitializingSingleton {
    private final HostedModules modules;
    private final BeanFactory beans;
    private final InternalMapping mapping;

    ServedModules(HostedModules modules, BeanFactory beans, InternalMapping mapping) {
        this.modules = modules;
        this.beans = beans;
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var name : modules.names()) {
            var api = Objects.requireNonNull(modules.all().get(name)).api();
            if (api != null) {
                serve(ClassUtils.resolveClassName(api, null));
            }
        }
    }

    private void serve(Class<?> api) {
        var bean = beans.getBeanProvider(api).getIfUnique();
        if (bean != null) {
            var target = AopProxyUtils.getSingletonTarget(bean);
            mapping.serve(api, target == null ? bean : target, "");
        }
    }
}
