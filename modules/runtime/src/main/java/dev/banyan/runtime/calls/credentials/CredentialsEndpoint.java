package dev.banyan.runtime.calls.credentials;

import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.Credentials;
import java.util.Map;
import java.util.Set;

/** Tells other processes what credentials are good. */
final class CredentialsEndpoint implements CredentialsExchange {
    private final Credentials credentials;

    CredentialsEndpoint(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Map<String, Object> verificationKeys() {
        return credentials.verificationKeys().toJSONObject(true);
    }

    @Override
    public Answer apiKey(Question question) {
        return credentials
                .apiKey(question.key())
                .filter(Caller::isApiKey)
                .map(caller -> new Answer(caller.id(), caller.scopes()))
                .orElseGet(() -> new Answer(null, Set.of()));
    }
}
