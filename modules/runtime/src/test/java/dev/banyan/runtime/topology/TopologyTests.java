package dev.banyan.runtime.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.modules.ModuleDescriptor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;

class TopologyTests {
    @Test
    void isReadFromAFile() {
        var topology = read("""
                transport: kafka
                processes:
                  trunk: { modules: [catalog, orders] }
                  mail: { modules: [notifications], addresses: ["http://one:81", "http://two:82"] }
                  entry: { modules: [] }
                """);
        assertThat(topology.transport()).isEqualTo(Transport.KAFKA);
        assertThat(topology.processes()).containsOnlyKeys("trunk", "mail", "entry");
        assertThat(topology.addresses())
                .containsEntry("orders", List.of(URI.create("http://trunk:8080")))
                .containsEntry("notifications", List.of(URI.create("http://one:81"), URI.create("http://two:82")));
    }

    @Test
    void mayHaveAModuleTwiceOnOneDatabase() {
        var topology = read("""
                transport: rabbit
                processes:
                  old: { modules: [catalog, orders, notifications], database: shop }
                  new: { modules: [orders], database: shop }
                """);
        assertThat(topology.addresses().get("orders")).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedWithOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("The topology ")
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("processes: { all: { modules: [catalog, orders, notifications, mail] } }", """
                        gives process 'all' the module 'mail', but the modules are catalog, notifications, orders"""),
                Arguments.of("processes: { all: { modules: [catalog, orders] } }", """
                        hosts the module 'notifications' nowhere"""),
                Arguments.of("", "hosts the module 'catalog' nowhere"),
                Arguments.of("""
                        processes:
                          one: { modules: [catalog, orders, notifications] }
                          two: { modules: [catalog] }
                        """, "hosts the module 'catalog' in one and two, which have databases of their own"),
                Arguments.of(
                        """
                        processes:
                          one: { modules: [catalog, orders] }
                          two: { modules: [notifications] }
                        """,
                        "hosts 'notifications' apart from 'orders', whose events it handles, and names no transport"),
                Arguments.of("transport: pigeon", "can't be read"),
                Arguments.of("proceses: { all: { modules: [catalog] } }", "can't be read"),
                Arguments.of("processes: [", "can't be read"));
    }

    private static Topology read(String text) {
        return Topology.read(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)), modules());
    }

    private static SortedMap<String, ModuleDescriptor> modules() {
        var modules = new TreeMap<String, ModuleDescriptor>();
        for (var name : List.of("catalog", "orders", "notifications")) {
            var listens = name.equals("notifications") ? Set.of("orders") : Set.<String>of();
            modules.put(
                    name, new ModuleDescriptor(name, null, new TreeSet<>(), new TreeSet<>(listens), new TreeSet<>()));
        }
        return modules;
    }
}
