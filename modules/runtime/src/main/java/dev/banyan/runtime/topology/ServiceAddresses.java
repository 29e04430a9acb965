package dev.banyan.runtime.topology;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the modules that run elsewhere answer.
 *
 * @param services by module, the base addresses of its instances; one that isn't there answers at {@code http://<module>:8080}
 */
@ConfigurationProperties("banyan")
public record ServiceAddresses(@DefaultValue Map<String, List<URI>> services) {
    /** At least one. */
    public List<URI> of(String module) {
        return services.getOrDefault(module, List.of(URI.create("http://" + module + ":8080")));
    }
}
