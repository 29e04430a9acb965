package dev.banyan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The last section of {@code docs/benchmarks.md}: a part for each scenario; one that is run anew replaces its own. */
final class EventsPage {
    private static final String SECTION = "\n## Events\n";
    private static final String PART = "\n### ";

    private final Path page;
    private final String others;
    private final Map<String, String> parts = new LinkedHashMap<>();

    private EventsPage(Path page, String others) {
        this.page = page;
        this.others = others;
    }

    static EventsPage read(Path page) throws IOException {
        var text = Files.readString(page);
        int section = text.indexOf(SECTION);
        var read = new EventsPage(page, section < 0 ? text : text.substring(0, section));
        if (section >= 0) {
            var texts = text.substring(section).split(PART);
            for (int i = 1; i < texts.length; i++) {
                int end = texts[i].indexOf('\n');
                read.parts.put(texts[i].substring(0, end), texts[i].substring(end + 1));
            }
        }
        return read;
    }

    /** Replaces a scenario's part, or adds it, and writes the page. */
    void put(String title, String text) throws IOException {
        parts.put(title, text.strip() + "\n");
        var whole = new StringBuilder(others).append(SECTION).append("""
                Written by `mvn -Pbench verify`, too. Every candidate is a process of its own with the same flags (`%s`), pool (20) and virtual threads, on one
                embedded PostgreSQL (durable commits) and a database of its own; all of them and the server share the %d processors. 16 publishers; an event is
                a transaction with one insert and one `publishEvent`, its key one of 1,000; each listener is a class with one insert.
                """.formatted(
                        String.join(" ", Candidate.JVM), Runtime.getRuntime().availableProcessors()));
        parts.forEach(
                (name, part) -> whole.append(PART).append(name).append('\n').append(part));
        Files.writeString(page, whole);
    }

    static String row(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
