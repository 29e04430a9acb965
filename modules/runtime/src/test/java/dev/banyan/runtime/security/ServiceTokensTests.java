package dev.banyan.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import dev.banyan.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceTokensTests {
    private static final JWKSet TRUSTED =
            new JWKSet(List.of(Forgeries.ORDERS.toPublicJWK(), Forgeries.CART.toPublicJWK()));

    private static final ServiceIdentity ORDERS = new ServiceIdentity("orders", Forgeries.ORDERS, TRUSTED);

    private final ServiceTokens tokens = new ServiceTokens(ORDERS, at(Forgeries.NOW));
    private final ServiceTokenCheck check = check(Forgeries.NOW);

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
        assertThat(check(Forgeries.NOW.plusSeconds(60)).verify(token, "inventory"))
                .isPresent();
        assertThat(check(Forgeries.NOW.plusSeconds(91)).verify(token, "inventory"))
                .isEmpty();
        assertThat(check(Forgeries.NOW.minusSeconds(31)).verify(token, "inventory"))
                .isEmpty();
    }

    @Test
    void isUsedAgainForHalfOfItsLife() {
        var now = new AtomicReference<>(Forgeries.NOW);
        var reused = new ServiceTokens(ORDERS, moving(now));
        var first = reused.issue("inventory", Caller.ANONYMOUS);
        now.set(Forgeries.NOW.plusSeconds(29));
        assertThat(reused.issue("inventory", Caller.ANONYMOUS)).isEqualTo(first);
        assertThat(reused.issue("catalog", Caller.ANONYMOUS)).isNotEqualTo(first);
        now.set(Forgeries.NOW.plusSeconds(30));
        assertThat(reused.issue("inventory", Caller.ANONYMOUS)).isNotEqualTo(first);
    }

    @Test
    void oneThatIsKnownEndsAllTheSameAndIsStillForOneModule() {
        var now = new AtomicReference<>(Forgeries.NOW);
        var remembering = new ServiceTokenCheck(ORDERS, moving(now));
        var token = tokens.issue("inventory", Caller.ANONYMOUS);
        assertThat(remembering.verify(token, "inventory")).isPresent();
        assertThat(remembering.verify(token, "inventory")).isPresent();
        assertThat(remembering.verify(token, "catalog")).isEmpty();
        now.set(Forgeries.NOW.plusSeconds(91));
        assertThat(remembering.verify(token, "inventory")).isEmpty();
        now.set(Forgeries.NOW.minusSeconds(31));
        assertThat(remembering.verify(token, "inventory")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.banyan.runtime.security.Forgeries#all")
    void isRefusedWith(String what, String token) {
        assertThat(check.verify(token, "inventory")).isEmpty();
    }

    @Test
    void theGoodOneThatTheForgeriesDifferFromIsGood() {
        assertThat(check.verify(Forgeries.good(), "inventory")).isPresent();
    }

    private static ServiceTokenCheck check(Instant now) {
        return new ServiceTokenCheck(new ServiceIdentity("inventory", Forgeries.CART, TRUSTED), at(now));
    }

    private static Clock moving(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
