package dev.banyan.users.internal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record ConfirmPasswordReset(
        @NotNull @Size(max = 1024) String token,
        @NotNull @AcceptablePassword String password) {
    @Override
    public String toString() {
        return "ConfirmPasswordReset[]";
    }
}
