/**
 * Accounts and who may do what: registration, sign-in, tokens, roles, API keys. Calls nobody; implements the runtime's
 * {@link dev.banyan.runtime.security.Credentials}.
 */
@ApplicationModule(
        displayName = "Users",
        allowedDependencies = {"kernel", "runtime"})
@NullMarked
package dev.banyan.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
