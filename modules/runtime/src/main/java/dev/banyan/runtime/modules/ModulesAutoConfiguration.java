package dev.banyan.runtime.modules;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Which modules run here. */
@AutoConfiguration
class ModulesAutoConfiguration {
    @Bean
    HostedModules hostedModules(Environment environment) {
        var selected = Binder.get(environment)
                .bind("banyan.modules", Bindable.listOf(String.class))
                .orElse(List.of());
        return HostedModules.select(selected);
    }
}
