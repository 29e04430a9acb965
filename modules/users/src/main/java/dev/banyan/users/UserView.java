package dev.banyan.users;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as other modules see it. */
public record UserView(
        UUID id, String email, String name, @Nullable String phone) {}
