package dev.banyan.runtime.topology;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.modules.HostedModules;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** How this process reaches the others. */
@AutoConfiguration
@EnableConfigurationProperties(ServiceAddresses.class)
class TopologyAutoConfiguration {
    /** @throws StartRefusedException when events of a module here would have to reach one elsewhere, or the reverse, and there is no transport */
    @Bean
    @ConditionalOnMissingBean
    Transport transport(HostedModules modules, Environment environment) {
        var transport = Transport.of(environment);
        if (transport == Transport.NONE) {
            for (var listener : modules.all().values()) {
                for (var publisher : listener.listens()) {
                    requireTogether(modules, listener.name(), publisher);
                }
            }
        }
        return transport;
    }

    private static void requireTogether(HostedModules modules, String listener, String publisher) {
        if (modules.hosts(listener) != modules.hosts(publisher)) {
            throw new StartRefusedException(
                    "'%s' handles events of '%s', and only one of them runs here: turn on the profile kafka or rabbit, which carries events between processes."
                            .formatted(listener, publisher));
        }
    }
}
