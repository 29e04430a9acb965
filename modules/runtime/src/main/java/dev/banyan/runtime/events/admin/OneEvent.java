package dev.banyan.runtime.events.admin;

import dev.banyan.runtime.web.entry.Everyone;
import dev.banyan.runtime.web.entry.Merging;
import dev.banyan.runtime.web.entry.WholeSystemCall;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What concerns one event is answered by the process that has it; that none has it can be said only when all answer. */
final class OneEvent implements WholeSystemCall {
    private static final int NOT_FOUND = 404;

    private final Merging merging;

    OneEvent(Merging merging) {
        this.merging = merging;
    }

    @Override
    public String path() {
        return "/api/admin/events/{id}/{action}";
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, Everyone everyone) throws IOException {
        var parts = everyone.ask(request);
        var known = parts.first(reply -> reply.status() != NOT_FOUND);
        if (known.isPresent()) {
            known.get().passOn(response);
        } else if (parts.missing().isEmpty()) {
            parts.replies().getFirst().passOn(response);
        } else {
            merging.unavailable(request, response, parts.missing());
        }
    }
}
