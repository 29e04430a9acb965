package dev.banyan.runtime.calls.credentials;

import dev.banyan.kernel.Query;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** {@link dev.banyan.runtime.security.Credentials} between processes; served beside the API of the module that provides them. */
@HttpExchange("/credentials")
interface CredentialsExchange {
    /** A JWKS. */
    @Query
    @PostExchange("/verification-keys")
    Map<String, Object> verificationKeys();

    @Query
    @PostExchange("/api-key")
    Answer apiKey(@RequestBody Question question);

    /** A key in plain text, which belongs into no log. */
    record Question(String key) {
        @Override
        public String toString() {
            return "Question";
        }
    }

    /**
     * Whose it is.
     *
     * @param id the key's, null when it is unknown or revoked
     */
    record Answer(@Nullable UUID id, Set<String> scopes) {}
}
