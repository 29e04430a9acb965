package dev.banyan.users.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An API key as staff see it.
 *
 * @param hint the key's first characters
 */
record ApiKey(UUID id, String name, List<String> scopes, String hint, Instant createdAt) {}
