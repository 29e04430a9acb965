package dev.banyan.runtime.events.admin;

import dev.banyan.runtime.web.entry.Merging;
import dev.banyan.runtime.web.entry.Parts;
import dev.banyan.runtime.web.entry.Parts.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of several lists: always the newest of the first ones, so that each list keeps its own order and a page ends somewhere in each. Each list's
 * next page begins right there.
 */
final class EventMerge {
    private final Merging merging;
    private final ListPosition position;

    EventMerge(Merging merging, ListPosition position) {
        this.merging = merging;
        this.position = position;
    }

    ObjectNode page(Parts parts) {
        var sources = sources(parts);
        var page = merging.object();
        var items = page.putArray("items");
        var seen = new HashSet<String>();
        var next = newest(sources);
        while (next != null && items.size() < position.limit()) {
            var event = next.take();
            // Processes that share a database tell of the same events.
            if (seen.add(event.path("id") + " " + event.path("subscriber"))) {
                items.add(event);
            }
            next = newest(sources);
        }
        boolean more = sources.stream().anyMatch(source -> source.isPresent && !source.isRead());
        page.put(
                "nextCursor",
                more ? position.next(sources.stream().map(Source::cursor).toList()) : null);
        parts.missing().forEach(page.putArray("missing")::add);
        return page;
    }

    private List<Source> sources(Parts parts) {
        var sources = new ArrayList<Source>();
        for (int i = 0; i < parts.all().size(); i++) {
            sources.add(new Source(parts.all().get(i), position.cursors().get(i)));
        }
        return sources;
    }

    private static @Nullable Source newest(List<Source> sources) {
        return sources.stream()
                .filter(source -> source.taken < source.items.size())
                .max(Comparator.comparing(Source::time))
                .orElse(null);
    }

    /** One process's page, read from its beginning. */
    private final class Source {
        private final String before;
        private final boolean isPresent;
        private final List<JsonNode> items;
        private final String after;
        private int taken;

        Source(Part part, String before) {
            var reply = part.reply();
            this.before = before;
            this.isPresent = reply != null;
            var list = reply == null || before.equals(ListPosition.END) ? merging.object() : merging.read(reply);
            this.items = list.path("items").valueStream().toList();
            this.after = list.path("nextCursor").asString(ListPosition.END);
        }

        Instant time() {
            return Instant.parse(items.get(taken).path("publishedAt").asString());
        }

        JsonNode take() {
            return items.get(taken++);
        }

        boolean isRead() {
            return cursor().equals(ListPosition.END);
        }

        String cursor() {
            if (!isPresent) {
                return before;
            }
            if (taken == items.size()) {
                return after;
            }
            return taken == 0 ? before : WaitingEvents.cursorAfter(id(items.get(taken - 1)));
        }

        private static UUID id(JsonNode event) {
            return UUID.fromString(event.path("id").asString());
        }
    }
}
