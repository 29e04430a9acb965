package dev.banyan.runtime.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Issues the tokens with which this process calls modules elsewhere. One is used again while half of its life is left. */
public final class ServiceTokens {
    private static final Duration USED = ServiceClaims.LIFETIME.dividedBy(2);
    private static final int CAPACITY = 10_000;

    private final ServiceIdentity identity;
    private final Clock clock;
    private final JWSSigner signer;
    private final Map<Purpose, Issued> issued = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Purpose, Issued> eldest) {
            return size() > CAPACITY;
        }
    };

    ServiceTokens(ServiceIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
        try {
            this.signer = new ECDSASigner(identity.key());
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** A token for calling {@code module} on behalf of {@code caller}. */
    public String issue(String module, Caller caller) {
        var purpose = new Purpose(module, caller);
        var now = clock.instant();
        var present = issued(purpose);
        if (present == null || !present.isFresh(now)) {
            present = new Issued(sign(purpose, now), now);
            synchronized (issued) {
                issued.put(purpose, present);
            }
        }
        return present.token();
    }

    private @Nullable Issued issued(Purpose purpose) {
        synchronized (issued) {
            return issued.get(purpose);
        }
    }

    private String sign(Purpose purpose, Instant now) {
        var header = new JWSHeader.Builder(ServiceClaims.ALGORITHM)
                .type(ServiceClaims.TYPE)
                .keyID(identity.name())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(identity.name())
                .audience(purpose.module())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ServiceClaims.LIFETIME)))
                .claim(ServiceClaims.CALLER, ServiceClaims.of(purpose.caller()))
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Purpose(String module, Caller caller) {}

    private record Issued(String token, Instant at) {
        boolean isFresh(Instant now) {
            return now.isBefore(at.plus(USED)) && !now.isBefore(at);
        }
    }
}
