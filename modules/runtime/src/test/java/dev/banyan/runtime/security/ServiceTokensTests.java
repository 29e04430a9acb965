package dev.banyan.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.TestCallers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceTokensTests {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final ECKey ORDERS = key("orders");
    private static final ECKey CART = key("cart");
    private static final JWKSet TRUSTED = new JWKSet(List.of(ORDERS.toPublicJWK(), CART.toPublicJWK()));
    private static final Map<String, Object> ANONYMOUS = ServiceClaims.of(Caller.ANONYMOUS);

    private final ServiceTokens tokens = new ServiceTokens(new ServiceIdentity("orders", ORDERS, TRUSTED), at(NOW));
    private final ServiceTokenCheck check = check(NOW);

    static Stream<Caller> callers() {
        return Stream.of(
                Caller.ANONYMOUS,
                Caller.user(Ids.next(), "ada@example.test", Set.of("customer", "staff")),
                Caller.apiKey(Ids.next(), Set.of("orders:write")));
    }

    @ParameterizedTest
    @MethodSource("callers")
    void namesTheCaller(Caller caller) {
        assertThat(check.verify(tokens.issue("inventory", caller), "inventory")).contains(caller);
    }

    @Test
    void isForOneModule() {
        assertThat(check.verify(tokens.issue("inventory", Caller.ANONYMOUS), "catalog"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("callers")
    void endsAfterAMinuteAndTheClocksDifference(Caller caller) {
        var token = tokens.issue("inventory", caller);
        assertThat(check(NOW.plusSeconds(60)).verify(token, "inventory")).isPresent();
        assertThat(check(NOW.plusSeconds(91)).verify(token, "inventory")).isEmpty();
        assertThat(check(NOW.minusSeconds(31)).verify(token, "inventory")).isEmpty();
    }

    @Test
    void isUsedAgainForHalfOfItsLife() {
        var clock = new java.util.concurrent.atomic.AtomicReference<>(NOW);
        var reused = new ServiceTokens(new ServiceIdentity("orders", ORDERS, TRUSTED), new Clock() {
            @Override
            public Instant instant() {
                return clock.get();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
        var first = reused.issue("inventory", Caller.ANONYMOUS);
        clock.set(NOW.plusSeconds(29));
        assertThat(reused.issue("inventory", Caller.ANONYMOUS)).isEqualTo(first);
        assertThat(reused.issue("catalog", Caller.ANONYMOUS)).isNotEqualTo(first);
        clock.set(NOW.plusSeconds(30));
        assertThat(reused.issue("inventory", Caller.ANONYMOUS)).isNotEqualTo(first);
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of("another's name", changed(claims -> claims.issuer("cart"))),
                Arguments.of("no issuer", changed(claims -> claims.issuer(null))),
                Arguments.of("two audiences", changed(claims -> claims.audience(List.of("inventory", "catalog")))),
                Arguments.of("no audience", changed(claims -> claims.audience((String) null))),
                Arguments.of("no end", changed(claims -> claims.expirationTime(null))),
                Arguments.of("no beginning", changed(claims -> claims.notBeforeTime(null))),
                Arguments.of("a long life", changed(claims -> claims.expirationTime(date(61)))),
                Arguments.of(
                        "a long life ahead",
                        changed(claims -> claims.issueTime(date(3600)).expirationTime(date(3660)))),
                Arguments.of("no caller", changed(claims -> claims.claim(ServiceClaims.CALLER, null))),
                Arguments.of("a caller of no kind", caller(Map.of("kind", "GOD"))),
                Arguments.of("a user without an id", caller(Map.of("kind", "USER", "email", "a@b"))),
                Arguments.of("a user that is a text", changed(claims -> claims.claim(ServiceClaims.CALLER, "admin"))),
                Arguments.of(
                        "an unknown key", signed(header("stranger"), claims().issuer("stranger"), key("stranger"))),
                Arguments.of("a wrong key", signed(header("orders"), claims(), key("orders"))),
                Arguments.of("another's key", signed(header("orders"), claims(), CART)),
                Arguments.of("no key id", signed(header(null), claims(), ORDERS)),
                Arguments.of("a type of user tokens", signed(header("orders", "at+jwt"), claims(), ORDERS)),
                Arguments.of("no type", signed(header("orders", null), claims(), ORDERS)),
                Arguments.of("its key along", signed(headerWithKey(), claims().issuer("orders"), key("orders"))),
                Arguments.of("the public key as a secret", mac()),
                Arguments.of("no signature", none()),
                Arguments.of(
                        "a user",
                        TestCallers.user(UUID.randomUUID(), "admin").value().substring("Bearer ".length())),
                Arguments.of("nonsense", "a.b.c"),
                Arguments.of("nothing", ""),
                Arguments.of("a novel", "x".repeat(100_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void isRefusedWith(String what, String token) {
        assertThat(check.verify(token, "inventory")).isEmpty();
    }

    @Test
    void theGoodOneThatTheForgeriesDifferFromIsGood() {
        assertThat(check.verify(signed(header("orders"), claims(), ORDERS), "inventory"))
                .isPresent();
    }

    private static ServiceTokenCheck check(Instant now) {
        return new ServiceTokenCheck(new ServiceIdentity("inventory", CART, TRUSTED), at(now));
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static Date date(int seconds) {
        return Date.from(NOW.plus(Duration.ofSeconds(seconds)));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("orders")
                .audience("inventory")
                .issueTime(date(0))
                .notBeforeTime(date(0))
                .expirationTime(date(60))
                .claim(ServiceClaims.CALLER, ANONYMOUS);
    }

    private static String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(header("orders"), change.apply(claims()), ORDERS);
    }

    private static String caller(Map<String, Object> caller) {
        return changed(claims -> claims.claim(ServiceClaims.CALLER, caller));
    }

    private static JWSHeader header(String kid) {
        return header(kid, "service+jwt");
    }

    private static JWSHeader header(String kid, String type) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid);
        return (type == null ? header : header.type(new JOSEObjectType(type))).build();
    }

    private static JWSHeader headerWithKey() {
        return new JWSHeader.Builder(header("orders"))
                .jwk(key("orders").toPublicJWK())
                .build();
    }

    private static String signed(JWSHeader header, JWTClaimsSet.Builder claims, ECKey key) {
        try {
            return signed(header, claims, new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static String mac() {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID("orders")
                .type(new JOSEObjectType("service+jwt"))
                .build();
        try {
            return signed(header, claims(), new MACSigner(ORDERS.toPublicKey().getEncoded()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String none() {
        var header = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"service+jwt\",\"kid\":\"orders\"}");
        return header + "." + Base64URL.encode(claims().build().toString()) + ".";
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
