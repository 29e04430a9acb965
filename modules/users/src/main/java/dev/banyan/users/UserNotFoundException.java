package dev.banyan.users;

import dev.banyan.kernel.ModuleException;
import java.util.UUID;

/** No such account. */
public final class UserNotFoundException extends ModuleException {
    public UserNotFoundException(UUID id) {
        super(Kind.NOT_FOUND, "users.not-found", "No user " + id);
    }
}
