package dev.banyan.users.internal;

import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.Page;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.PageRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ApiKeyService {
    private static final String LIST = "api-keys";

    private final ApiKeyRepository apiKeys;
    private final AccountRepository accounts;
    private final Clock clock;

    ApiKeyService(ApiKeyRepository apiKeys, AccountRepository accounts, Clock clock) {
        this.apiKeys = apiKeys;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Makes a key; its plain text is in the answer and nowhere else. A repeat with the same id gets a new text, and the old one is void. */
    @Transactional
    NewApiKey create(UUID id, CreateApiKey request, UUID creator) {
        requireAdmin(creator);
        var scopes = ApiKeyScopes.checked(request.scopes());
        var key = ApiKeySecret.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var apiKey = new ApiKey(id, request.name().strip(), scopes, ApiKeySecret.hint(key), now);
        apiKeys.put(apiKey, key, creator);
        return NewApiKey.of(apiKey, key);
    }

    @Transactional
    void revoke(UUID id, UUID actor) {
        requireAdmin(actor);
        if (!apiKeys.delete(id)) {
            throw new ModuleException(ModuleException.Kind.NOT_FOUND, "users.not-found", "No API key " + id);
        }
    }

    @Transactional(readOnly = true)
    Page<ApiKey> list(PageRequest page) {
        var after = IdCursor.after(page, LIST);
        return Page.of(apiKeys.list(after, page.fetch()), page.limit(), last -> IdCursor.of(LIST, last.id()));
    }

    /** Who calls with that key. */
    @Transactional(readOnly = true)
    Optional<Caller> caller(String key) {
        return apiKeys.findByKey(key).map(found -> Caller.apiKey(found.id(), new HashSet<>(found.scopes())));
    }

    /** What a token said some minutes ago doesn't count. */
    private void requireAdmin(UUID actor) {
        if (!accounts.lockAdmin(actor)) {
            throw new NoAdminException();
        }
    }
}
