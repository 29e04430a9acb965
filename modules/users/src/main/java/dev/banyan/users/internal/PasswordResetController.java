package dev.banyan.users.internal;

import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.web.ClientAddress;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/password-reset")
@Access(Access.Level.ANYONE)
@Tag(name = "Sessions")
class PasswordResetController {
    private final PasswordResetService requests;
    private final PasswordChangeService changes;
    private final PasswordHashing hashing;

    PasswordResetController(PasswordResetService requests, PasswordChangeService changes, PasswordHashing hashing) {
        this.requests = requests;
        this.changes = changes;
        this.hashing = hashing;
    }

    /** Always the same answer: the owner of the address learns the rest by mail. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void request(@Valid @RequestBody RequestPasswordReset reset, ClientAddress address) {
        if (EmailSyntax.matches(reset.email())) {
            requests.ask(reset.email(), address.value());
        }
    }

    @PostMapping("/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@Valid @RequestBody ConfirmPasswordReset reset, ClientAddress address) {
        changes.check(reset.token());
        changes.change(reset.token(), hashing.hash(reset.password()), address.value());
    }
}
