package dev.banyan.runtime.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks service tokens: signed by a trusted process as itself, for the module that is called, valid now and not for long. What a token's header
 * says about keys is not looked at but for {@code kid}.
 */
public final class ServiceTokenCheck {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final int MAX_LENGTH = 8192;
    private static final Set<String> REQUIRED = Set.of("iss", "aud", "iat", "nbf", "exp", ServiceClaims.CALLER);

    private final Clock clock;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    ServiceTokenCheck(ServiceIdentity identity, Clock clock) {
        this.clock = clock;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(ServiceClaims.TYPE));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ServiceClaims.ALGORITHM, new ImmutableJWKSet<>(identity.trusted())));
        processor.setJWTClaimsSetVerifier(new Claims(clock));
    }

    /** Whether {@code token} says of itself that it is one; nothing of it is believed yet. */
    public static boolean isOne(String token) {
        try {
            return token.length() <= MAX_LENGTH
                    && ServiceClaims.TYPE.equals(
                            com.nimbusds.jwt.JWTParser.parse(token).getHeader().getType());
        } catch (ParseException none) {
            return false;
        }
    }

    /** The caller on whose behalf {@code module} is called, empty when the token is bad in any way. */
    public Optional<Caller> verify(String token, String module) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var signed = SignedJWT.parse(token);
            var claims = processor.process(signed, null);
            boolean good = claims.getIssuer().equals(signed.getHeader().getKeyID())
                    && claims.getAudience().equals(List.of(module))
                    && isShort(claims);
            return good ? Optional.of(ServiceClaims.caller(claims)) : Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException bad) {
            return Optional.empty();
        }
    }

    private boolean isShort(JWTClaimsSet claims) {
        var end = claims.getExpirationTime().toInstant();
        return !end.isAfter(claims.getIssueTime().toInstant().plus(ServiceClaims.LIFETIME))
                && !end.isAfter(now().plus(ServiceClaims.LIFETIME).plus(CLOCK_SKEW));
    }

    private Instant now() {
        return clock.instant();
    }

    /** Looks at the same clock as whoever issues. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final Clock clock;

        Claims(Clock clock) {
            super(null, REQUIRED);
            this.clock = clock;
            setMaxClockSkew((int) CLOCK_SKEW.toSeconds());
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
