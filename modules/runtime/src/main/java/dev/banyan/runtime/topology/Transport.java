package dev.banyan.runtime.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** How events get from one process to another. A profile of the same name turns it on. */
public enum Transport {
    NONE,
    KAFKA,
    RABBIT;

    /** The one that a profile names. */
    public static Transport of(Environment environment) {
        var profiles = List.of(environment.getActiveProfiles());
        return Arrays.stream(values())
                .filter(transport -> profiles.contains(transport.profile()))
                .findFirst()
                .orElse(NONE);
    }

    public String profile() {
        return name().toLowerCase(Locale.ROOT);
    }
}
