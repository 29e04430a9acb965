package dev.banyan.users.internal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody sends to get an account. */
record RegisterUser(
        @NotNull @EmailAddress String email,
        @NotNull @AcceptablePassword String password,

        @NotBlank @Size(max = PersonName.MAX_LENGTH) @Pattern(regexp = PersonName.PATTERN)
        String name,

        @Nullable @Pattern(regexp = PhoneNumber.PATTERN) String phone) {
    @Override
    public String toString() {
        return "RegisterUser[]";
    }
}
