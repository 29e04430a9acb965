package dev.banyan.users.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.security.Sealer;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes signing keys and opens what is kept of them. */
@Component
class SigningKeyMint {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeyMint.class);

    private final Sealer sealer;

    SigningKeyMint(Sealer sealer) {
        this.sealer = sealer;
    }

    SigningKey make(int generation, Instant activeFrom) {
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(Ids.next().toString())
                    .generate();
            var sealed = sealer.seal(purpose(key), key.toJSONString().getBytes(UTF_8));
            return new SigningKey(
                    generation, key.toPublicJWK(), Base64.getEncoder().encodeToString(sealed), activeFrom);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key with its private part; empty when it was sealed with another secret, so that it is of no more use here. */
    Optional<ECKey> open(SigningKey key) {
        try {
            var sealed = Base64.getDecoder().decode(key.privateSealed());
            var json = new String(sealer.open(purpose(key.publicKey()), sealed), UTF_8);
            return Optional.of(ECKey.parse(json));
        } catch (IllegalStateException | ParseException unreadable) {
            LOG.warn("{} can't be opened with this process's secret", key);
            return Optional.empty();
        }
    }

    private static String purpose(ECKey key) {
        return "users.signing-key:" + key.getKeyID();
    }
}
