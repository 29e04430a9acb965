package dev.banyan.runtime.security;

import com.nimbusds.jose.jwk.ECKey;
import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.modules.HostedModules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

/** Finds out who this process is. */
final class ServiceIdentities {
    private static final String DEFAULT_KEY = "service-key.json";

    private ServiceIdentities() {}

    static ServiceIdentity of(
            ServiceProperties properties, HostedModules modules, String process, Supplier<Path> dataDirectory) {
        var trusted = ServiceKeyFiles.trusted(Objects.requireNonNull(properties.trusted()));
        var name = name(properties, modules, process);
        var file = properties.key() == null ? dataDirectory.get().resolve(DEFAULT_KEY) : properties.key();
        return new ServiceIdentity(name, key(file, name), trusted);
    }

    private static ECKey key(Path file, String name) {
        try {
            var key = ServiceKeyFiles.readOrCreate(file, name);
            if (!name.equals(key.getKeyID())) {
                throw new StartRefusedException(
                        "The service key %s belongs to '%s', and this process is '%s': set banyan.service.name or banyan.service.key."
                                .formatted(file, key.getKeyID(), name));
            }
            return key;
        } catch (IOException failure) {
            throw new StartRefusedException(
                    "The service key %s can't be read or made (%s); set banyan.service.key to one that 'java -jar banyan.jar service-keys <directory> <process>...' made."
                            .formatted(file, failure.getClass().getSimpleName()),
                    failure);
        }
    }

    private static String name(ServiceProperties properties, HostedModules modules, String process) {
        if (properties.name() != null) {
            return properties.name();
        }
        if (!process.isEmpty()) {
            return process;
        }
        return modules.names().isEmpty() ? HostedModules.GATEWAY : String.join("-", modules.names());
    }
}
