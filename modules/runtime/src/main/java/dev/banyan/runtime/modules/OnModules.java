package dev.banyan.runtime.modules;

import dev.banyan.runtime.modules.ConditionalOnModules.Place;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Decides by the modules that the environment names. */
final class OnModules implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
        var modules = HostedModules.select(context.getEnvironment());
        var place = annotated.getAnnotations().get(ConditionalOnModules.class).getEnum("value", Place.class);
        return switch (place) {
            case HERE -> !modules.names().isEmpty();
            case ELSEWHERE -> !modules.others().isEmpty();
        };
    }
}
