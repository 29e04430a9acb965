package dev.banyan.users.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The first administrator's account, made when there is none yet. */
@ConfigurationProperties("banyan.admin")
record AdminProperties(@Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
        return "AdminProperties[email=%s]".formatted(email);
    }
}
