package dev.banyan.runtime.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.topology.ServiceAddresses;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which processes are asked, seen from one that knows the modules alpha and beta. */
class OtherProcessesTests {
    private static final URI A = URI.create("http://a:1");
    private static final URI B = URI.create("http://b:1");

    private static List<OtherProcess> others(Set<String> hosted, Map<String, List<URI>> services) {
        var modules = new HostedModules(HostedModules.read(), new TreeSet<>(hosted));
        return OtherProcesses.others(modules, new ServiceAddresses(new HashMap<>(services)));
    }

    @Test
    void isOneForAllModulesOfOneAddress() {
        assertThat(others(Set.of(), Map.of("alpha", List.of(A), "beta", List.of(A))))
                .containsExactly(new OtherProcess("alpha+beta", List.of(A)));
    }

    @Test
    void isOneForAllInstances() {
        assertThat(others(Set.of(), Map.of("alpha", List.of(A, B), "beta", List.of(B))))
                .containsExactly(new OtherProcess("alpha+beta", List.of(A, B)));
    }

    @Test
    void isEachOfSeveral() {
        assertThat(others(Set.of(), Map.of("alpha", List.of(A), "beta", List.of(B))))
                .extracting(OtherProcess::name)
                .containsExactly("alpha", "beta");
    }

    @Test
    void isNotThisOneNorAnotherInstanceOfIt() {
        assertThat(others(Set.of("alpha"), Map.of("alpha", List.of(A), "beta", List.of(B))))
                .extracting(OtherProcess::name)
                .containsExactly("beta");
        assertThat(others(Set.of("alpha"), Map.of("alpha", List.of(A, B), "beta", List.of(B))))
                .isEmpty();
    }

    @Test
    void isFoundByItsNameWhenNothingIsSaid() {
        assertThat(others(Set.of("alpha"), Map.of()))
                .containsExactly(new OtherProcess("beta", List.of(URI.create("http://beta:8080"))));
    }
}
