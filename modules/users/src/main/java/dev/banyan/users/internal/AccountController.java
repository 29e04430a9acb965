package dev.banyan.users.internal;

import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.ClientAddress;
import dev.banyan.runtime.web.IfMatch;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users")
@Tag(name = "Accounts")
class AccountController {
    private final Registration registration;
    private final ProfileService profiles;

    AccountController(Registration registration, ProfileService profiles) {
        this.registration = registration;
        this.profiles = profiles;
    }

    @PostMapping
    @Access(Access.Level.ANYONE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    RegistrationAnswer register(@Valid @RequestBody RegisterUser request, ClientAddress address) {
        registration.register(request, address.value());
        return new RegistrationAnswer(request.email());
    }

    @GetMapping("/me")
    @Access(Access.Level.SIGNED_IN)
    ProfileView me(Caller caller) {
        return profiles.get(Objects.requireNonNull(caller.userId()));
    }

    @PatchMapping("/me")
    @Access(Access.Level.SIGNED_IN)
    ProfileView change(
            @Valid @RequestBody ChangeProfile change,
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return profiles.change(Objects.requireNonNull(caller.userId()), change.checked(), optional(ifMatch));
    }

    /** Owners need not say which version they saw; when they do, it counts. */
    private static IfMatch optional(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return new IfMatch(null);
        }
        var tag = header.strip();
        return new IfMatch(tag.matches("\"[0-9]{1,18}\"") ? Long.parseLong(tag.substring(1, tag.length() - 1)) : -1L);
    }

    /** The same whether the address was free or taken. */
    record RegistrationAnswer(String email) {}
}
