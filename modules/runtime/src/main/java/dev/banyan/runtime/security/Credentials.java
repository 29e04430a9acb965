package dev.banyan.runtime.security;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.Optional;

/** What the runtime needs to check credentials; the module that owns accounts implements it. */
public interface Credentials {
    /** The caller behind an API key's plain text, empty when it is unknown or revoked. Asked at most every 30 s per key: that is the revocation delay. */
    Optional<Caller> apiKey(String key);

    /** The public keys that access tokens may be signed with at present, for verification. Asked at start and when an unknown {@code kid} arrives, at most every 10 s. */
    JWKSet verificationKeys();
}
