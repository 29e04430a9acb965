package dev.banyan.users.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.banyan.runtime.web.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as administrators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdminUserView(
        UUID id, String email, String name, @Nullable String phone, List<String> roles, Instant createdAt, long version)
        implements Versioned {
    static AdminUserView of(Account account) {
        return new AdminUserView(
                account.id(),
                account.email(),
                account.name(),
                account.phone(),
                Role.labels(account.roles()),
                account.createdAt(),
                account.version());
    }

    @Override
    public String toString() {
        return "AdminUserView[id=%s]".formatted(id);
    }
}
