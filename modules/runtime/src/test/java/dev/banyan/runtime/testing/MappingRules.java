package dev.banyan.runtime.testing;

import dev.banyan.runtime.calls.serving.InternalMapping;
import dev.banyan.runtime.security.AccessRules;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which mappings have no rule that says who may call them. */
public final class MappingRules {
    private static final String OURS = "dev.banyan.";

    private MappingRules() {}

    /** Every mapping of ours, as {@code {GET [/api/…]} Controller#method}. */
    public static List<String> all(ApplicationContext context) {
        return mappings(context, mapping -> true)
                .map(MappingRules::describe)
                .sorted()
                .toList();
    }

    /**
     * Those of {@link #all} that answer nobody, because nothing says who may call them. What other processes call has one rule for all of it: a
     * service token.
     */
    public static List<String> missing(ApplicationContext context) {
        return mappings(context, mapping -> !(mapping instanceof InternalMapping))
                .filter(mapping -> AccessRules.of(
                                mapping.getValue().getMethod(),
                                mapping.getValue().getBeanType())
                        .isEmpty())
                .map(MappingRules::describe)
                .sorted()
                .toList();
    }

    private static Stream<Map.Entry<?, HandlerMethod>> mappings(
            ApplicationContext context, Predicate<RequestMappingHandlerMapping> included) {
        return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .filter(included)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith(OURS))
                .map(mapping -> (Map.Entry<?, HandlerMethod>) mapping);
    }

    private static String describe(Map.Entry<?, HandlerMethod> mapping) {
        return "%s %s".formatted(mapping.getKey(), mapping.getValue().getShortLogMessage());
    }
}
