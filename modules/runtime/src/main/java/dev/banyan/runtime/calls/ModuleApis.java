package dev.banyan.runtime.calls;

import dev.banyan.runtime.modules.ModuleName;
import java.util.Optional;
import org.springframework.util.ClassUtils;
import org.springframework.web.service.annotation.HttpExchange;

/** Tells a module's API: the interface in its base package that carries {@code @HttpExchange}. */
public final class ModuleApis {
    private ModuleApis() {}

    public static Optional<Class<?>> of(Object bean) {
        for (var candidate : ClassUtils.getAllInterfaces(bean)) {
            var packageName = candidate.getPackageName();
            if (candidate.isAnnotationPresent(HttpExchange.class)
                    && packageName.equals("dev.banyan." + ModuleName.of(candidate))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
