package dev.banyan.runtime.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DefaultsPostProcessorTests {
    private final StandardEnvironment environment = new StandardEnvironment();

    private String after(String property) {
        new DefaultsPostProcessor().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty(property);
    }

    @Test
    void addsDefaults() {
        assertThat(after("spring.threads.virtual.enabled")).isEqualTo("true");
    }

    @Test
    void countsLessThanAnythingElse() {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("file", Map.of("spring.threads.virtual.enabled", "false")));
        assertThat(after("spring.threads.virtual.enabled")).isEqualTo("false");
    }

    @Test
    void writesEcsInItsProfileAlone() {
        assertThat(after("logging.structured.format.console")).isNull();
        environment.setActiveProfiles("ecs");
        assertThat(after("logging.structured.format.console")).isEqualTo("ecs");
    }
}
