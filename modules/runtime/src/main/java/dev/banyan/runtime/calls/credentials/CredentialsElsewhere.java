package dev.banyan.runtime.calls.credentials;

import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.modules.ModuleDescriptor;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the module that provides credentials runs in another process. */
final class CredentialsElsewhere implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var modules = HostedModules.select(context.getEnvironment());
        return modules.provider(ModuleDescriptor.CREDENTIALS)
                .filter(module -> !modules.hosts(module))
                .isPresent();
    }
}
