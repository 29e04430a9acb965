package dev.banyan.users.internal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record RefreshRequest(@NotNull @Size(max = 1024) String refreshToken) {
    @Override
    public String toString() {
        return "RefreshRequest[]";
    }
}
