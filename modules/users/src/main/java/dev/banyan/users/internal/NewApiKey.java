package dev.banyan.users.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The one answer that holds the key itself. */
record NewApiKey(UUID id, String name, List<String> scopes, String hint, Instant createdAt, String key) {
    static NewApiKey of(ApiKey apiKey, String key) {
        return new NewApiKey(apiKey.id(), apiKey.name(), apiKey.scopes(), apiKey.hint(), apiKey.createdAt(), key);
    }

    @Override
    public String toString() {
        return "NewApiKey[id=%s]".formatted(id);
    }
}
