package dev.banyan.users.internal;

import dev.banyan.kernel.Page;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.IfMatch;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/users")
@Access(Access.Level.ADMIN)
@Tag(name = "Accounts")
class AdminUserController {
    private static final int LONGEST_QUERY = 200;

    private final AdminUserService service;

    AdminUserController(AdminUserService service) {
        this.service = service;
    }

    @GetMapping
    Page<AdminUserView> list(@RequestParam(required = false) @Nullable String q, PageRequest page) {
        var text = Optional.ofNullable(q).map(String::strip).filter(query -> !query.isEmpty());
        if (text.isPresent()
                && (text.get().length() > LONGEST_QUERY || !text.get().matches(PersonName.PATTERN))) {
            throw InvalidRequestException.field("q", "invalid", "is no text of at most 200 characters");
        }
        return service.list(text, page);
    }

    @GetMapping("/{id}")
    AdminUserView get(@PathVariable UUID id) {
        return service.get(id);
    }

    @PutMapping("/{id}/roles")
    AdminUserView changeRoles(
            @PathVariable UUID id, @Valid @RequestBody ChangeRoles request, IfMatch ifMatch, Caller caller) {
        return service.changeRoles(Objects.requireNonNull(caller.userId()), id, request.checked(), ifMatch);
    }
}
