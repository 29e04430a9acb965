package dev.banyan.runtime.events.admin;

import dev.banyan.kernel.Page;
import dev.banyan.runtime.modules.ConditionalOnModules;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.PageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/events")
@Tag(name = "Events")
@ConditionalOnModules(ConditionalOnModules.Place.HERE)
class EventsController {
    private final WaitingEvents events;

    EventsController(WaitingEvents events) {
        this.events = events;
    }

    @GetMapping
    @Access(value = Access.Level.STAFF, scope = "events:read")
    Page<EventView> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String subscriber,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String key,
            PageRequest page) {
        return events.list(EventFilter.of(state, subscriber, type, key), page);
    }

    @PostMapping("/{id}/replay")
    @Access(value = Access.Level.STAFF, scope = "events:write")
    Replayed replay(@PathVariable UUID id) {
        events.replay(id);
        return new Replayed(1);
    }

    @PostMapping("/replay")
    @Access(value = Access.Level.STAFF, scope = "events:write")
    Replayed replay(@Valid @RequestBody ReplayEvents request) {
        var filter = EventFilter.of("parked", request.subscriber(), request.type(), request.key());
        int replayed = 0;
        int page;
        do {
            page = events.replay(filter);
            replayed += page;
        } while (page == WaitingEvents.PAGE);
        return new Replayed(replayed);
    }

    @PostMapping("/{id}/skip")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Access.Level.STAFF, scope = "events:write")
    void skip(@PathVariable UUID id, @Valid @RequestBody SkipEvent request, Caller caller) {
        events.skip(id, request.reason(), caller);
    }

    /** How many events are tried again. */
    record Replayed(int replayed) {}
}
