package dev.banyan.runtime.split;

import dev.banyan.runtime.split.Probe.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A line for each process: state, port, memory, events. */
final class StatusLines {
    private static final String COLUMNS = "  %-16s %-9s %5s  %8s  %s";

    private StatusLines() {}

    static List<String> of(List<Child> children, Map<Child, Events> events) {
        var lines = new ArrayList<String>();
        lines.add(COLUMNS.formatted("process", "state", "port", "memory", "events")
                .stripTrailing());
        children.forEach(child -> lines.add(line(child, events)));
        return lines;
    }

    private static String line(Child child, Map<Child, Events> events) {
        var memory = child.memory();
        var known = events.get(child);
        return COLUMNS.formatted(
                        child.planned().name(),
                        state(child),
                        child.planned().port(),
                        memory.isPresent() ? memory.getAsLong() + " MB" : "",
                        known == null ? "" : text(known))
                .stripTrailing();
    }

    static String state(Child child) {
        return child.state().name().toLowerCase(Locale.ROOT);
    }

    private static String text(Events events) {
        var waiting = events.waiting() == 0
                ? "none waiting"
                : "%d waiting, for %.0f s".formatted(events.waiting(), events.oldest());
        return events.parked() == 0 ? waiting : waiting + ", %d parked".formatted(events.parked());
    }
}
