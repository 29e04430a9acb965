package dev.banyan.runtime.events.admin;

import dev.banyan.runtime.web.entry.Everyone;
import dev.banyan.runtime.web.entry.Merging;
import dev.banyan.runtime.web.entry.WholeSystemCall;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The events that wait in any process, as one list; a process that doesn't answer is named in {@code missing}. */
final class EventList implements WholeSystemCall {
    private final Merging merging;

    EventList(Merging merging) {
        this.merging = merging;
    }

    @Override
    public String path() {
        return "/api/admin/events";
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, Everyone everyone) throws IOException {
        var position = ListPosition.of(request, everyone.processes());
        var parts = everyone.ask(request, position.queries());
        merging.answer(request, response, parts, all -> new EventMerge(merging, position).page(all));
    }
}
