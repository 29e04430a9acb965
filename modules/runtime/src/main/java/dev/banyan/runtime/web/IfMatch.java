package dev.banyan.runtime.web;

import dev.banyan.kernel.ModuleException;
import org.jspecify.annotations.Nullable;

/**
 * The request's {@code If-Match}. A controller's method that takes one answers 428 to a request without the header.
 *
 * @param version the version that the client has seen, null for {@code *}
 */
public record IfMatch(@Nullable Long version) {
    /** Throws 412 {@code precondition.failed} when the client has seen another version. Check in the transaction that writes. */
    public void require(long current) {
        if (version != null && version != current) {
            throw new ModuleException(
                    ModuleException.Kind.STALE, "precondition.failed", "It was changed meanwhile; read it again");
        }
    }
}
