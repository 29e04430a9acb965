package dev.banyan.runtime.modules;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Which modules run here. An application's context knows it already, by {@link HostedModulesInitializer}. */
@AutoConfiguration
class ModulesAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    HostedModules hostedModules(Environment environment) {
        return HostedModules.select(environment);
    }
}
