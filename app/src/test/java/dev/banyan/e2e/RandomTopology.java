package dev.banyan.e2e;

import dev.banyan.runtime.modules.HostedModules;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A partition of the modules, drawn by a seed. */
final class RandomTopology {
    private RandomTopology() {}

    /** The text of a topology file; the same for the same seed and modules. */
    static String of(long seed) {
        var random = new Random(seed);
        var modules = HostedModules.read().keySet();
        int processes = 2 + random.nextInt(modules.size() - 1);
        SortedMap<Integer, TreeSet<String>> partition = new TreeMap<>();
        for (var module : modules) {
            partition
                    .computeIfAbsent(random.nextInt(processes), same -> new TreeSet<>())
                    .add(module);
        }
        var text = new StringBuilder(
                "# seed %d\ntransport: %s\nprocesses:\n".formatted(seed, random.nextBoolean() ? "kafka" : "rabbit"));
        if (random.nextBoolean()) {
            text.append("  entry: { modules: [] }\n");
        }
        partition.forEach(
                (number, members) -> text.append("  process-%d: { modules: %s }\n".formatted(number, members)));
        return text.toString();
    }
}
