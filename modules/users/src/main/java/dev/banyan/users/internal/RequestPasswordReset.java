package dev.banyan.users.internal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record RequestPasswordReset(@NotNull @Size(max = 1024) String email) {
    @Override
    public String toString() {
        return "RequestPasswordReset[]";
    }
}
