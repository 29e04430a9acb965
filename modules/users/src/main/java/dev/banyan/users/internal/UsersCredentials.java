package dev.banyan.users.internal;

import com.nimbusds.jose.jwk.JWKSet;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.Credentials;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class UsersCredentials implements Credentials {
    private final ApiKeyService apiKeys;
    private final KeyRing keys;

    UsersCredentials(ApiKeyService apiKeys, KeyRing keys) {
        this.apiKeys = apiKeys;
        this.keys = keys;
    }

    @Override
    public Optional<Caller> apiKey(String key) {
        return ApiKeySecret.isOne(key) ? apiKeys.caller(key) : Optional.empty();
    }

    @Override
    public JWKSet verificationKeys() {
        return keys.refresh().published();
    }
}
