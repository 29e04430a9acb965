package dev.banyan.users.internal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record Login(
        @NotNull @Size(max = EmailSyntax.MAX_LENGTH) String email,
        @NotNull @Size(max = 1024) String password) {
    @Override
    public String toString() {
        return "Login[]";
    }
}
