package dev.banyan.kernel;

import dev.banyan.kernel.ModuleException.Kind;
import java.util.Map;

/**
 * What a {@link ModuleException} says, in the form in which it travels between processes.
 *
 * @param properties JSON values after a journey: ids and the like are strings then
 */
public record Failure(Kind kind, String code, String message, Map<String, Object> properties) {
    public Failure {
        properties = Map.copyOf(properties);
    }
}
