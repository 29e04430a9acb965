package dev.banyan.runtime.security;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process among those of its topology.
 *
 * @param key what it signs with
 * @param trusted the public keys of all
 */
record ServiceIdentity(String name, ECKey key, JWKSet trusted) {
    private static final Logger log = LoggerFactory.getLogger(ServiceIdentity.class);

    ServiceIdentity {
        if (!trusted.getKeys().contains(key.toPublicJWK())) {
            log.warn(
                    "The trusted service keys don't have the one of this process: others refuse its calls unless theirs have {}",
                    key.toPublicJWK());
        }
    }
}
