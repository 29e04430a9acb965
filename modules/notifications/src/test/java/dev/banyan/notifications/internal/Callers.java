package dev.banyan.notifications.internal;

import static org.mockito.Mockito.when;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.Credentials;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Credentials of callers with given rights. */
final class Callers {
    private static final ECKey KEY = key();

    private Callers() {}

    static void known(Credentials credentials) {
        when(credentials.verificationKeys()).thenReturn(new JWKSet(KEY.toPublicJWK()));
    }

    static String apiKey(Credentials credentials, String... scopes) {
        var key = "key_" + Ids.next();
        when(credentials.apiKey(key)).thenReturn(Optional.of(Caller.apiKey(Ids.next(), Set.of(scopes))));
        return key;
    }

    static String bearer(String role) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer("banyan")
                .audience("banyan")
                .subject(Ids.next().toString())
                .claim("email", role + "@example.com")
                .claim("roles", List.of(role))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(KEY.getKeyID())
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(KEY));
            return "Bearer " + token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
