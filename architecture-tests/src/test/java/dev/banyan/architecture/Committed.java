package dev.banyan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A generated file that is kept in the project. {@code -Dbanyan.docs=write} writes it anew. The generator's order depends on the file system,
 * so that it is current when it has the same lines, each as often; of JSON, when it has the same values, whatever their order in arrays.
 */
final class Committed {
    private static final JsonMapper JSON = new JsonMapper();

    private Committed() {}

    static void matches(Path committed, String generated) throws IOException {
        if ("write".equals(System.getProperty("banyan.docs"))) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, generated);
        }
        assertThat(committed).exists();
        var file = committed.getFileName().toString();
        assertThat(content(file, Files.readString(committed)))
                .as("%s is stale: run mvn verify -Dbanyan.docs=write and commit it", file)
                .isEqualTo(content(file, generated));
    }

    /** What {@code text} says, in an order of its own; one line each. */
    static String content(String file, String text) {
        return file.endsWith(".json")
                ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(JSON.readTree(text)))
                : text.lines().map(String::strip).sorted().collect(Collectors.joining("\n"));
    }

    private static Object sorted(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream()
                    .map(Committed::sorted)
                    .sorted(Comparator.comparing(String::valueOf))
                    .toList();
        }
        if (node.isObject()) {
            var members = new TreeMap<String, Object>();
            node.propertyStream().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            return members;
        }
        return node;
    }
}
