package dev.banyan.users.internal;

import dev.banyan.kernel.ModuleException;

/** The address or the password is wrong; nobody learns which. */
final class BadCredentialsException extends ModuleException {
    BadCredentialsException() {
        super(Kind.UNAUTHENTICATED, "auth.bad-credentials", "The e-mail address or the password is wrong");
    }
}
