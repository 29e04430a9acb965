package dev.banyan.users.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.banyan.runtime.web.Versioned;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProfileView(
        UUID id, String email, String name, @Nullable String phone, List<String> roles, long version)
        implements Versioned {
    static ProfileView of(Account account) {
        return new ProfileView(
                account.id(),
                account.email(),
                account.name(),
                account.phone(),
                Role.labels(account.roles()),
                account.version());
    }

    @Override
    public String toString() {
        return "ProfileView[id=%s]".formatted(id);
    }
}
