package dev.banyan.runtime.modules;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells the component scan which modules run here, before it begins. */
public final class HostedModulesInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var modules = HostedModules.select(context.getEnvironment());
        var beans = context.getBeanFactory();
        beans.registerSingleton(HostedModules.class.getName(), modules);
        beans.registerSingleton(TypeExcludeFilter.class.getName() + "/modules", new OtherModules(modules));
    }
}
