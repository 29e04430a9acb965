package dev.banyan.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.runtime.StartRefusedException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class HostedModulesTests {
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void areAllOfTheClassPath() {
        assertThat(select().names()).containsExactly("alpha", "beta");
        assertThat(select().others()).isEmpty();
    }

    @Test
    void areThoseThatAreNamed() {
        environment.setActiveProfiles("alpha");
        environment.setProperty("banyan.modules", "beta");
        assertThat(select().names()).containsExactly("beta");
        assertThat(select().others()).extracting(ModuleDescriptor::name).containsExactly("alpha");
        assertThat(select().hosts("alpha")).isFalse();
    }

    @Test
    void areThoseThatAProfileIsNamedAfter() {
        environment.setActiveProfiles("beta", "kafka");
        assertThat(select().names()).containsExactly("beta");
    }

    @Test
    void areAllUnderOtherProfiles() {
        environment.setActiveProfiles("kafka");
        assertThat(select().names()).containsExactly("alpha", "beta");
    }

    @Test
    void areNoneOfAGateway() {
        environment.setActiveProfiles("gateway");
        assertThat(select().names()).isEmpty();
    }

    @Test
    void areNeverUnknown() {
        environment.setProperty("banyan.modules", "alpha,gamma");
        assertThatThrownBy(this::select)
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("banyan.modules names 'gamma', but the modules are alpha, beta.");
    }

    private HostedModules select() {
        return HostedModules.select(environment);
    }
}
