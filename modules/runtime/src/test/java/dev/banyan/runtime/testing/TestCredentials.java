package dev.banyan.runtime.testing;

import com.nimbusds.jose.jwk.JWKSet;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.Credentials;
import java.util.Optional;

/** Accepts {@link TestCallers}. */
final class TestCredentials implements Credentials {
    @Override
    public Optional<Caller> apiKey(String key) {
        return Optional.ofNullable(TestCallers.API_KEYS.get(key));
    }

    @Override
    public JWKSet verificationKeys() {
        return new JWKSet(TestCallers.KEY);
    }
}
