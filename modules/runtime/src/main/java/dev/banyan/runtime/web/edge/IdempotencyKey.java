package dev.banyan.runtime.web.edge;

import dev.banyan.kernel.ModuleException;

/** The header that makes a repeated request the same operation. */
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";

    private IdempotencyKey() {}

    static ModuleException missing() {
        return new ModuleException(
                ModuleException.Kind.INVALID,
                "idempotency.key-missing",
                "Send an Idempotency-Key, so that a repeat is known as one");
    }
}
