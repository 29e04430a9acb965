package dev.banyan.rig.inside;

import dev.banyan.rig.inside.Failpoints.Action;
import dev.banyan.runtime.security.Access;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the rig talks to its part inside the process. */
@RestController
@RequestMapping("/api/rig")
@Access(Access.Level.ANYONE)
class RigController {
    private final Ticks ticks;

    RigController(Ticks ticks) {
        this.ticks = ticks;
    }

    /** Publishes a numbered event and answers its number; 409 when it was rolled back, as asked for. */
    @PostMapping("/ticks/{key}")
    Map<String, Long> tick(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int faults,
            @RequestParam(defaultValue = "false") boolean rollback) {
        return Map.of("n", ticks.next(key, faults, rollback));
    }

    /** Has the process halt, sleep or skip at the {@code hits}-th time it comes to {@code point} from now on. */
    @PostMapping("/failpoints")
    void arm(
            @RequestParam String point,
            @RequestParam(defaultValue = "1") int hits,
            @RequestParam(defaultValue = "HALT") Action action,
            @RequestParam(defaultValue = "0") long millis) {
        Failpoints.arm(point, hits, action, millis);
    }

    /** Every point that the process has come to, and how often. */
    @GetMapping("/failpoints")
    Map<String, Long> passed() {
        return Failpoints.passed();
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    void handle(Ticks.RolledBackException asked) {}
}
