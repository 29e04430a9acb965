package dev.banyan.users;

import dev.banyan.kernel.Failure;
import dev.banyan.kernel.FailureCode;
import dev.banyan.kernel.ModuleException;
import java.util.UUID;

/** No such account. */
@FailureCode("users.not-found")
public final class UserNotFoundException extends ModuleException {
    public UserNotFoundException(UUID id) {
        super(Kind.NOT_FOUND, "users.not-found", "No user " + id);
    }

    UserNotFoundException(Failure failure) {
        super(failure);
    }
}
