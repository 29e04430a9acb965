package dev.banyan.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.runtime.StartRefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostedModulesTests {
    @Test
    void areAllOfTheClassPath() {
        assertThat(HostedModules.select(List.of()).names()).containsExactly("alpha", "beta");
        assertThat(HostedModules.select(List.of("beta", "alpha")).names()).containsExactly("alpha", "beta");
    }

    @Test
    void areNeverSomeOfThem() {
        assertThatThrownBy(() -> HostedModules.select(List.of("beta")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("banyan.modules names beta alone");
    }

    @Test
    void areNeverUnknown() {
        assertThatThrownBy(() -> HostedModules.select(List.of("alpha", "beta", "gamma")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("banyan.modules names 'gamma'");
    }
}
