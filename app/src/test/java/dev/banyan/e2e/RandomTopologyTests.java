package dev.banyan.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.topology.Topology;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

class RandomTopologyTests {
    @Test
    void isAlwaysAWholeShop() {
        var different = new HashSet<Object>();
        for (long seed = 0; seed < 100; seed++) {
            var file = new ByteArrayResource(RandomTopology.of(seed).getBytes(UTF_8));
            different.add(Topology.read(file, HostedModules.read()).processes().values().stream()
                    .map(Topology.Member::modules)
                    .toList());
        }
        assertThat(different).hasSizeGreaterThan(50);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(RandomTopology.of(7)).isEqualTo(RandomTopology.of(7)).isNotEqualTo(RandomTopology.of(8));
    }
}
