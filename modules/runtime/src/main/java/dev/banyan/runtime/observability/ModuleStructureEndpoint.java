package dev.banyan.runtime.observability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.core.io.ClassPathResource;

/** The modules and what they depend on, as written down when the application was built; 404 when it was not. */
@Endpoint(id = "modulith")
final class ModuleStructureEndpoint {
    private static final ClassPathResource STRUCTURE =
            new ClassPathResource("META-INF/spring-modulith/application-modules.json");

    @ReadOperation(produces = "application/json")
    @Nullable
    String structure() throws IOException {
        return STRUCTURE.exists() ? STRUCTURE.getContentAsString(StandardCharsets.UTF_8) : null;
    }
}
