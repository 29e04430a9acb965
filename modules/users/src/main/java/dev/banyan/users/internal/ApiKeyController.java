package dev.banyan.users.internal;

import dev.banyan.kernel.Page;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.Idempotent;
import dev.banyan.runtime.web.Operation;
import dev.banyan.runtime.web.PageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/api-keys")
@Access(Access.Level.ADMIN)
@Tag(name = "API keys")
class ApiKeyController {
    private final ApiKeyService service;

    ApiKeyController(ApiKeyService service) {
        this.service = service;
    }

    @GetMapping
    Page<ApiKey> list(PageRequest page) {
        return service.list(page);
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    NewApiKey create(@Valid @RequestBody CreateApiKey request, Operation operation, Caller caller) {
        return service.create(operation.id(), request, Objects.requireNonNull(caller.userId()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, Caller caller) {
        service.revoke(id, Objects.requireNonNull(caller.userId()));
    }
}
