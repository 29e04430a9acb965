package dev.banyan.runtime.calls;

import dev.banyan.runtime.security.Caller;

/** Issues what a call proves itself with. */
@FunctionalInterface
interface CallTokens {
    String issue(String module, Caller caller);
}
