package dev.banyan.runtime.web;

import java.util.UUID;

/**
 * The operation that a request carries out: fresh without an {@code Idempotency-Key}, else the same for each attempt with
 * the same key. Take {@link #id()} as the id of what is created.
 */
public record Operation(UUID id) {}
