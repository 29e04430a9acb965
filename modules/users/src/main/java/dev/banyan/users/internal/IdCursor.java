package dev.banyan.users.internal;

import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import java.util.List;
import java.util.UUID;

/** The cursor of lists that are ordered by id, newest first. */
final class IdCursor {
    private IdCursor() {}

    /** The last id of the page before, none for the first page. */
    static List<UUID> after(PageRequest page, String list) {
        return page.after(list, 1).stream().map(IdCursor::id).toList();
    }

    static String of(String list, UUID last) {
        return PageRequest.cursor(list, last.toString());
    }

    private static UUID id(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException malformed) {
            throw InvalidRequestException.field("cursor", "invalid", "is not a cursor of this list");
        }
    }
}
