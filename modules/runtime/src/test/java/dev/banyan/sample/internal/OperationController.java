package dev.banyan.sample.internal;

import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.web.Idempotent;
import dev.banyan.runtime.web.Operation;
import dev.banyan.runtime.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/operations")
class OperationController {
    private final OperationScript script;

    OperationController(OperationScript script) {
        this.script = script;
    }

    record Order(@NotNull String act) {}

    record Done(UUID id, long run, long version) implements Versioned {}

    @Access(value = Access.Level.ANYONE, scope = "orders:write")
    @Idempotent(required = true, guestToken = "X-Cart-Token")
    @PostMapping
    ResponseEntity<Done> create(Operation operation, @Valid @RequestBody Order order) {
        long run = script.run(order.act(), operation.id());
        return ResponseEntity.created(URI.create("/api/operations/" + operation.id()))
                .body(new Done(operation.id(), run, 3));
    }

    @Access(Access.Level.SIGNED_IN)
    @Idempotent
    @PostMapping("/optional")
    Done optional(Operation operation) {
        return new Done(operation.id(), script.run("", operation.id()), 1);
    }

    @Access(Access.Level.SIGNED_IN)
    @PostMapping("/plain")
    Done plain(Operation operation) {
        if (operation.id().version() != 7) {
            throw new ModuleException(ModuleException.Kind.CONFLICT, "sample.version", "Not an operation's id");
        }
        return new Done(operation.id(), script.run("", operation.id()), 1);
    }
}
