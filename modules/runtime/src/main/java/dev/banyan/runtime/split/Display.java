package dev.banyan.runtime.split;

import dev.banyan.runtime.split.Child.State;
import dev.banyan.runtime.split.Probe.Events;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the processes: on a terminal as a table that stays in place, elsewhere as a line for each change. */
final class Display {
    private static final String CLEAR_LINE = "\u001b[2K";
    private static final String SAVE = "\u001b7";
    private static final String RESTORE = "\u001b8";

    private final PrintStream out;
    private final boolean terminal;
    private final Map<Child, State> shown = new HashMap<>();
    private boolean drawn;

    Display(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .filter(console -> console.isTerminal())
                .isPresent();
    }

    synchronized void say(String line) {
        out.println(line);
        drawn = false;
    }

    synchronized void show(List<Child> children, Map<Child, Events> events) {
        if (terminal) {
            draw(StatusLines.of(children, events));
        } else {
            children.forEach(this::tell);
        }
    }

    private void tell(Child child) {
        if (child.state() != shown.put(child, child.state())) {
            out.println("%s is %s (port %d)"
                    .formatted(
                            child.planned().name(),
                            StatusLines.state(child),
                            child.planned().port()));
        }
    }

    /** The line below the table stays the operator's to type in. */
    private void draw(List<String> lines) {
        var text = new StringBuilder();
        if (drawn) {
            text.append(SAVE).append("\u001b[%dA".formatted(lines.size())).append('\r');
        }
        lines.forEach(line -> text.append(CLEAR_LINE).append(line).append('\n'));
        if (drawn) {
            text.append(RESTORE);
        }
        out.print(text);
        out.flush();
        drawn = true;
    }
}
