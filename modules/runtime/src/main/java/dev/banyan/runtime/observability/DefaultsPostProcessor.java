package dev.banyan.runtime.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;

/**
 * Adds the runtime's defaults below everything else, so that each of them can be changed anywhere: {@code
 * banyan-defaults.yml}, and on top of it {@code banyan-defaults-ecs.yml} in the profile {@code ecs}.
 */
public final class DefaultsPostProcessor implements EnvironmentPostProcessor, Ordered {
    private static final String NAME = "banyan-defaults";
    private static final String ECS = "ecs";

    /** After the configuration files, which may name profiles. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of(ECS))) {
            add(environment, NAME + "-" + ECS);
        }
        add(environment, NAME);
    }

    private static void add(ConfigurableEnvironment environment, String name) {
        try {
            new YamlPropertySourceLoader()
                    .load(name, new ClassPathResource(name + ".yml", DefaultsPostProcessor.class.getClassLoader()))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
