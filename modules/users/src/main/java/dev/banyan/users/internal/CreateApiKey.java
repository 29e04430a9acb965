package dev.banyan.users.internal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

record CreateApiKey(
        @NotBlank @Size(max = PersonName.MAX_LENGTH) @Pattern(regexp = PersonName.PATTERN)
        String name,

        @NotEmpty @Size(max = 100) List<@NotNull String> scopes) {}
