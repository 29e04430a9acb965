package dev.banyan.runtime.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Leaves out what would configure brokers' clients because they are on the class path: the transport makes what it needs by itself, when a
 * profile turns it on.
 */
final class BrokerAutoConfigurations implements AutoConfigurationImportFilter {
    private static final List<String> LEFT_OUT = List.of(
            "org.springframework.cloud.stream.",
            "org.springframework.cloud.function.",
            "org.springframework.boot.integration.",
            "org.springframework.boot.kafka.",
            "org.springframework.boot.amqp.");

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        var matches = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            var name = classes[i];
            matches[i] = name == null || LEFT_OUT.stream().noneMatch(name::startsWith);
        }
        return matches;
    }
}
