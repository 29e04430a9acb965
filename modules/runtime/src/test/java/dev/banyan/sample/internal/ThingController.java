package dev.banyan.sample.internal;

import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.Page;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.ClientAddress;
import dev.banyan.runtime.web.IfMatch;
import dev.banyan.runtime.web.PageRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/things")
class ThingController {
    @Access(Access.Level.ANYONE)
    @GetMapping
    Page<Thing> list(PageRequest page, @RequestParam(required = false) Integer weight) {
        page.after("things", 1);
        return new Page<>(List.of(), PageRequest.cursor("things", "Ä:1"));
    }

    @Access(Access.Level.ANYONE)
    @GetMapping("/{id}")
    Thing get(@PathVariable UUID id, @RequestHeader(name = "X-Order-Token", required = false) String token) {
        return new Thing(id, "thing", 7);
    }

    @Access(Access.Level.ANYONE)
    @PostMapping
    NewThing echo(@Valid @RequestBody NewThing thing) {
        return thing;
    }

    @Access(value = Access.Level.STAFF, scope = "stock:write")
    @PutMapping("/{id}")
    Thing put(@PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody NewThing thing) {
        ifMatch.require(7);
        return new Thing(id, thing.name(), 8);
    }

    @Access(Access.Level.ANYONE)
    @GetMapping("/whoami")
    Map<String, Object> whoAmI(Caller caller, ClientAddress address) {
        return Map.of("caller", caller.name(), "address", address.value());
    }

    @Access(Access.Level.SIGNED_IN)
    @GetMapping("/mine")
    Map<String, Object> mine(Caller caller) {
        return Map.of("caller", caller.name());
    }

    @Access(Access.Level.ADMIN)
    @GetMapping("/secret")
    Map<String, Object> secret() {
        return Map.of();
    }

    @GetMapping("/unruled")
    Map<String, Object> unruled() {
        return Map.of();
    }

    @Access(Access.Level.ANYONE)
    @GetMapping("/fail")
    Map<String, Object> fail(@RequestParam String how) {
        throw switch (how) {
            case "busy" ->
                new ModuleException(
                        ModuleException.Kind.RATE_LIMITED, "rate.limited", "Slow down", Map.of("retryAfter", 7L));
            case "taken" ->
                new ModuleException(
                        ModuleException.Kind.CONFLICT, "sample.taken", "It is taken", Map.of("skus", List.of("A")));
            case "dead" -> Faults.deadConnection();
            case "pipe" -> new IllegalStateException("another server's", new IOException("Broken pipe"));
            case "stale" -> new OptimisticLockingFailureException("sql and class names");
            case "database" -> new UncategorizedSQLException("commit", null, new SQLException("disk full", "53100"));
            default -> new IllegalStateException("select secret from table");
        };
    }
}
