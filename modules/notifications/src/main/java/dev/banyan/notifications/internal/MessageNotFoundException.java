package dev.banyan.notifications.internal;

import dev.banyan.kernel.ModuleException;
import java.util.UUID;

/** No such message. */
final class MessageNotFoundException extends ModuleException {
    MessageNotFoundException(UUID id) {
        super(Kind.NOT_FOUND, "notifications.not-found", "No message " + id);
    }
}
