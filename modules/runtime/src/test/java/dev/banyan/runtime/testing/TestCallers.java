package dev.banyan.runtime.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.Credentials;
import dev.banyan.runtime.security.SecretToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Callers with credentials that the runtime accepts wherever no other {@link Credentials} bean exists, so that a module is
 * tested with its real security and without the module that owns accounts.
 */
public final class TestCallers {
    static final ECKey KEY = key();
    static final Map<String, Caller> API_KEYS = new ConcurrentHashMap<>();

    private TestCallers() {}

    /** A new user without a role beyond {@code customer}. */
    public static TestCaller customer() {
        return user(Ids.next(), "customer");
    }

    public static TestCaller staff() {
        return user(Ids.next(), "staff");
    }

    public static TestCaller admin() {
        return user(Ids.next(), "admin");
    }

    /** A certain user; the address is {@code <id>@example.test}. */
    public static TestCaller user(UUID id, String... roles) {
        var email = id + "@example.test";
        var token = token(claims(id, email, roles).build(), "at+jwt");
        return new TestCaller(Caller.user(id, email, Set.of(roles)), "Authorization", "Bearer " + token);
    }

    /** A new API key with these scopes. */
    public static TestCaller apiKey(String... scopes) {
        var key = SecretToken.next();
        var caller = Caller.apiKey(Ids.next(), Set.of(scopes));
        API_KEYS.put(key, caller);
        return new TestCaller(caller, "X-Api-Key", key);
    }

    /** The claims of a good token, to be changed for a bad one. */
    public static JWTClaimsSet.Builder claims(UUID id, String email, String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer("banyan")
                .audience("banyan")
                .subject(id.toString())
                .claim("email", email)
                .claim("roles", List.of(roles))
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(15))));
    }

    /** Signs {@code claims} with the key that is accepted. */
    public static String token(JWTClaimsSet claims, String type) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(KEY.getKeyID())
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(KEY));
            return token.serialize();
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
