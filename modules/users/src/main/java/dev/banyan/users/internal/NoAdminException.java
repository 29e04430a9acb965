package dev.banyan.users.internal;

import dev.banyan.kernel.ModuleException;

/** Whoever calls was an administrator when their access token was made, and is none any more. */
final class NoAdminException extends ModuleException {
    NoAdminException() {
        super(Kind.FORBIDDEN, "auth.forbidden", "The caller's role or scope does not allow this");
    }
}
