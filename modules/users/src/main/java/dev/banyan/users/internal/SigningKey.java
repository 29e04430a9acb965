package dev.banyan.users.internal;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/**
 * A key pair that signs access tokens from {@code activeFrom} until the next generation does.
 *
 * @param publicKey with the key's id, without the private part
 * @param privateSealed the whole key as JSON, sealed, in base64
 */
record SigningKey(int generation, ECKey publicKey, String privateSealed, Instant activeFrom) {
    @Override
    public String toString() {
        return "SigningKey[%d]".formatted(generation);
    }
}
