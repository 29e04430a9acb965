package dev.banyan.runtime.modules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** A process without modules keeps no data: whatever needs a database is left out of it, so that it needs none. */
final class WithoutDatabase implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final List<String> DATABASE = List.of(
            "dev.banyan.runtime.data.",
            "dev.banyan.runtime.events.EventsAutoConfiguration",
            "dev.banyan.runtime.events.admin.EventsAdminAutoConfiguration",
            "dev.banyan.runtime.transport.",
            "dev.banyan.runtime.web.idempotency.",
            "org.springframework.boot.flyway.autoconfigure.",
            "org.springframework.boot.jdbc.autoconfigure.",
            "org.springframework.boot.transaction.autoconfigure.");

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        var present = environment;
        boolean gateway =
                present != null && HostedModules.select(present).names().isEmpty();
        var matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            var candidate = candidates[i];
            matches[i] = !gateway || candidate == null || DATABASE.stream().noneMatch(candidate::startsWith);
        }
        return matches;
    }
}
