package dev.banyan.runtime.calls;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.modules.HostedModules;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Registers a client as the bean of each API whose module runs elsewhere, where nothing else is that bean. */
final class RemoteModules implements BeanDefinitionRegistryPostProcessor {
    private final HostedModules modules;
    private final Environment environment;

    RemoteModules(HostedModules modules, Environment environment) {
        this.modules = modules;
        this.environment = environment;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        var beans = (ConfigurableListableBeanFactory) registry;
        if (!modules.others().isEmpty() && !environment.containsProperty("banyan.service.trusted")) {
            throw new StartRefusedException(
                    "Only some of the modules run here, so other processes have to be trusted: set banyan.service.trusted to the file trusted.json, and banyan.service.key to this process's, that 'java -jar banyan.jar service-keys <directory> <process>...' makes.");
        }
        for (var module : modules.others()) {
            if (module.api() != null) {
                var api = ClassUtils.resolveClassName(module.api(), beans.getBeanClassLoader());
                if (beans.getBeanNamesForType(api, true, false).length == 0) {
                    register(registry, beans, module.name(), api);
                }
            }
        }
    }

    private static <T> void register(
            BeanDefinitionRegistry registry, ConfigurableListableBeanFactory beans, String module, Class<T> api) {
        registry.registerBeanDefinition(
                api.getName(),
                BeanDefinitionBuilder.genericBeanDefinition(
                                api, () -> beans.getBean(RemoteClients.class).client(api, module, ""))
                        .getBeanDefinition());
    }
}
