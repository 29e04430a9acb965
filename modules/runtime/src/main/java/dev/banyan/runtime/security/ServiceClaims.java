package dev.banyan.runtime.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What service tokens say: which process calls which module, on whose behalf, for how long. */
final class ServiceClaims {
    static final JOSEObjectType TYPE = new JOSEObjectType("service+jwt");
    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
    static final Duration LIFETIME = Duration.ofSeconds(60);
    static final String CALLER = "caller";

    private ServiceClaims() {}

    static Map<String, Object> of(Caller caller) {
        var claim = new HashMap<String, Object>();
        claim.put("kind", caller.kind().name());
        if (caller.id() != null) {
            claim.put("id", caller.id().toString());
        }
        if (caller.email() != null) {
            claim.put("email", caller.email());
        }
        claim.put("roles", List.copyOf(caller.roles()));
        claim.put("scopes", List.copyOf(caller.scopes()));
        return claim;
    }

    /** @throws IllegalArgumentException as well when it is nobody's */
    static Caller caller(JWTClaimsSet claims) throws ParseException {
        var claim = claims.getJSONObjectClaim(CALLER);
        var id = JSONObjectUtils.getString(claim, "id");
        var email = JSONObjectUtils.getString(claim, "email");
        return switch (Caller.Kind.valueOf(JSONObjectUtils.getString(claim, "kind"))) {
            case USER -> Caller.user(UUID.fromString(present(id)), present(email), words(claim, "roles"));
            case API_KEY -> Caller.apiKey(UUID.fromString(present(id)), words(claim, "scopes"));
            case ANONYMOUS -> Caller.ANONYMOUS;
        };
    }

    private static String present(@Nullable String member) {
        if (member == null) {
            throw new IllegalArgumentException("The caller lacks a member");
        }
        return member;
    }

    private static Set<String> words(Map<String, Object> claim, String name) throws ParseException {
        var words = JSONObjectUtils.getStringList(claim, name);
        return words == null ? Set.of() : new HashSet<>(words);
    }
}
