package dev.banyan.sample.internal;

import dev.banyan.runtime.security.Access;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InternalController {
    @Access(Access.Level.ANYONE)
    @GetMapping({"/internal/things", "/elsewhere"})
    String neverReached() {
        return "reached";
    }
}
