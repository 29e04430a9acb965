package dev.banyan;

import dev.banyan.runtime.StartNotice.Line;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of text with a border, in plain ASCII for any console. */
final class Box {

    private Box() {}

    static String of(String title, List<Line> lines) {
        int labels =
                lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
        var texts = Stream.concat(Stream.of(title, ""), lines.stream().map(line -> text(line, labels)))
                .toList();
        int width = texts.stream().mapToInt(String::length).max().orElse(0);
        var border = "+" + "-".repeat(width + 4) + "+";
        return texts.stream()
                .map(text -> "|  " + text + " ".repeat(width - text.length()) + "  |")
                .collect(Collectors.joining("\n", "\n" + border + "\n", "\n" + border + "\n"));
    }

    private static String text(Line line, int labels) {
        return line.label() + " ".repeat(labels - line.label().length() + 3) + line.value();
    }
}
