package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeysTests {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration ROTATION = Duration.ofDays(30);
    private static final Duration TOKEN = Duration.ofMinutes(15);

    private final SigningKey first = key(1, START);
    private final SigningKey second = key(2, START.plus(ROTATION));

    @Test
    void needsAKeyAtOnceWhenThereIsNone() {
        var none = new SigningKeys(List.of());
        assertThat(none.nextDue(START, ROTATION)).contains(START);
        assertThat(none.nextGeneration()).isEqualTo(1);
        assertThat(none.signing(START, _ -> true)).isEmpty();
    }

    @Test
    void publishesTheNextKeyADayAhead() {
        var keys = new SigningKeys(List.of(first));
        assertThat(keys.nextDue(day(29).minusSeconds(1), ROTATION)).isEmpty();
        assertThat(keys.nextDue(day(29), ROTATION)).contains(day(30));
    }

    @Test
    void publishesALateKeyAnHourBeforeItSigns() {
        var keys = new SigningKeys(List.of(first));
        assertThat(keys.nextDue(day(90), ROTATION)).contains(day(90).plus(Duration.ofHours(1)));
    }

    @Test
    void plansOneKeyAhead() {
        assertThat(new SigningKeys(List.of(first, second)).nextDue(day(29), ROTATION))
                .isEmpty();
    }

    @Test
    void signsWithTheNewestActiveKey() {
        var keys = new SigningKeys(List.of(first, second));
        assertThat(keys.signing(day(30).minus(Duration.ofMinutes(6)), _ -> true))
                .contains(first);
        assertThat(keys.signing(day(30), _ -> true)).contains(second);
    }

    @Test
    void toleratesAnotherInstancesClockThatIsSomeMinutesAhead() {
        assertThat(new SigningKeys(List.of(second)).signing(day(30).minus(Duration.ofMinutes(4)), _ -> true))
                .contains(second);
        assertThat(new SigningKeys(List.of(second)).signing(day(30).minus(Duration.ofMinutes(6)), _ -> true))
                .isEmpty();
    }

    @Test
    void signsWithAReplacedKeyForAnHourWhenTheNewOneIsNoUse() {
        var keys = new SigningKeys(List.of(first, second));
        assertThat(keys.signing(day(30), key -> key != second)).contains(first);
        assertThat(keys.signing(day(30).plus(Duration.ofHours(1)), key -> key != second))
                .isEmpty();
    }

    @Test
    void publishesAReplacedKeyUntilItsLastTokenHasExpired() {
        var keys = new SigningKeys(List.of(first, second));
        var lastSigned = day(30).plus(Duration.ofHours(1));
        assertThat(keys.published(day(29), TOKEN)).containsExactly(first, second);
        assertThat(keys.published(lastSigned.plus(TOKEN), TOKEN)).containsExactly(first, second);
        assertThat(keys.published(lastSigned.plus(TOKEN).plus(Duration.ofMinutes(5)), TOKEN))
                .containsExactly(second);
    }

    private static Instant day(int n) {
        return START.plus(Duration.ofDays(n));
    }

    private static SigningKey key(int generation, Instant activeFrom) {
        try {
            ECKey key =
                    new ECKeyGenerator(Curve.P_256).keyID("key-" + generation).generate();
            return new SigningKey(generation, key.toPublicJWK(), "", activeFrom);
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
