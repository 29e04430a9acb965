package dev.banyan.users.internal;

import dev.banyan.runtime.web.InvalidRequestException;
import java.util.UUID;

/** Lists here are ordered by id, newest first, so a cursor is one. */
final class IdCursor {
    private IdCursor() {}

    static UUID id(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException malformed) {
            throw InvalidRequestException.field("cursor", "invalid", "is not a cursor of this list");
        }
    }
}
