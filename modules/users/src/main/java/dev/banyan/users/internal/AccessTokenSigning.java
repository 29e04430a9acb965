package dev.banyan.users.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.banyan.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Issues access tokens (RFC 9068): short-lived JWTs that every process verifies by itself. */
@Component
class AccessTokenSigning {
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final String BANYAN = "banyan";

    private final KeyRing keys;
    private final UsersProperties properties;
    private final Clock clock;

    AccessTokenSigning(KeyRing keys, UsersProperties properties, Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    Duration life() {
        return properties.accessToken();
    }

    /** Gets ready to issue; what can fail for want of the database fails here, before anything is spent. */
    Issuer issuer() {
        return new Issuer(keys.signing());
    }

    private JWTClaimsSet claims(Account account, Instant now) {
        return new JWTClaimsSet.Builder()
                .jwtID(Ids.next().toString())
                .issuer(BANYAN)
                .audience(BANYAN)
                .subject(account.id().toString())
                .claim("email", account.email())
                .claim("roles", Role.labels(account.roles()))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life())))
                .build();
    }

    /** Signs with one key. */
    final class Issuer {
        private final ECKey key;

        private Issuer(ECKey key) {
            this.key = key;
        }

        String issue(Account account) {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(TYPE)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims(account, clock.instant()));
            try {
                token.sign(new ECDSASigner(key));
            } catch (JOSEException impossible) {
                throw new IllegalStateException(impossible);
            }
            return token.serialize();
        }
    }
}
