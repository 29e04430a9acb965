package dev.banyan.runtime.events.admin;

import dev.banyan.runtime.web.entry.Everyone;
import dev.banyan.runtime.web.entry.Merging;
import dev.banyan.runtime.web.entry.Parts;
import dev.banyan.runtime.web.entry.WholeSystemCall;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** Has the parked events of all processes tried again; a process that doesn't answer is named in {@code missing}. */
final class EventReplay implements WholeSystemCall {
    private final Merging merging;

    EventReplay(Merging merging) {
        this.merging = merging;
    }

    @Override
    public String path() {
        return "/api/admin/events/replay";
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, Everyone everyone) throws IOException {
        merging.answer(request, response, everyone.ask(request), this::sum);
    }

    private JsonNode sum(Parts parts) {
        var sum = merging.object()
                .put(
                        "replayed",
                        parts.replies().stream()
                                .mapToInt(reply ->
                                        merging.read(reply).path("replayed").asInt())
                                .sum());
        parts.missing().forEach(sum.putArray("missing")::add);
        return sum;
    }
}
