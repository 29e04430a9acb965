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
@RequestMapping("/api/auth")
@Access(Access.Level.ANYONE)
@Tag(name = "Sessions")
class SessionController {
    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping("/login")
    TokenAnswer login(@Valid @RequestBody Login login, ClientAddress address) {
        return sessions.signIn(login, address.value());
    }

    @PostMapping("/refresh")
    TokenAnswer refresh(@Valid @RequestBody RefreshRequest request) {
        return sessions.refresh(request.refreshToken());
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(@Valid @RequestBody RefreshRequest request) {
        sessions.signOut(request.refreshToken());
    }
}
