package dev.banyan.runtime.security;

import dev.banyan.kernel.ModuleException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** Finds out who a request's credentials belong to. */
public final class Authenticator {
    private final VerificationKeys verificationKeys;
    private final AccessTokens tokens;
    private final ApiKeys keys;

    Authenticator(ObjectProvider<Credentials> credentials) {
        this.verificationKeys = new VerificationKeys(credentials, System::nanoTime);
        this.tokens = new AccessTokens(verificationKeys);
        this.keys = new ApiKeys(credentials, System::nanoTime);
    }

    /** Reads the keys of access tokens before anybody needs them. False when there are none yet. */
    public boolean readKeysAhead() {
        return verificationKeys.readAhead();
    }

    /**
     * The user behind an access token, empty when it is bad in any way.
     *
     * @throws ModuleException {@link ModuleException.Kind#UNAVAILABLE} while it can't be told
     */
    public Optional<Caller> accessToken(String token) {
        return tokens.verify(token);
    }

    /**
     * The caller behind an API key, empty when it is unknown or revoked (up to 30 s ago it may still have been good).
     *
     * @throws ModuleException {@link ModuleException.Kind#UNAVAILABLE} while it can't be told
     */
    public Optional<Caller> apiKey(String key) {
        return keys.find(key);
    }
}
