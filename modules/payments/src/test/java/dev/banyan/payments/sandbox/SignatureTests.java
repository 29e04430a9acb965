package dev.banyan.payments.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.payments.spi.WebhookRejectedException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTests {
    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private final Signature signature = at(NOW);
    private final String valid = signature.sign(BODY);
    private final String hex = valid.substring(valid.indexOf("v1=") + 3);

    @Test
    void isTheHmacOfTimeAndBody() {
        // printf '1700000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac secret
        assertThat(valid).isEqualTo("t=1700000000,v1=" + EXPECTED);
    }

    @Test
    void acceptsWhatItSigned() {
        accepted(valid);
    }

    @Test
    void acceptsOneOfSeveral() {
        accepted("t=1700000000,v1=00,v1=" + hex + ",v0=11");
        accepted("t=1700000000, v1=" + hex);
    }

    @Test
    void acceptsFiveMinutesOfDifferenceEitherWay() {
        assertThatCode(() -> at(NOW.plusSeconds(300)).verify(valid, BODY)).doesNotThrowAnyException();
        assertThatCode(() -> at(NOW.minusSeconds(300)).verify(valid, BODY)).doesNotThrowAnyException();
        assertThatThrownBy(() -> at(NOW.plusSeconds(301)).verify(valid, BODY))
                .isInstanceOf(WebhookRejectedException.class);
        assertThatThrownBy(() -> at(NOW.minusSeconds(301)).verify(valid, BODY))
                .isInstanceOf(WebhookRejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v1=", "t=1700000000", "t=,v1=", "t=now,v1=00", "t=-9223372036854775808,v1=00", "nonsense,,,"
            })
    void rejectsHeadersThatProveNothing(String header) {
        rejected(header);
    }

    @Test
    void rejectsTheRest() {
        rejected(null);
        rejected("t=1700000001,v1=" + hex);
        rejected("t=1700000000,v1=" + hex.toUpperCase(Locale.ROOT));
        rejected("t=1700000000,v1=" + hex.substring(1));
        rejected("t=1700000000,v0=" + hex);
        rejected(valid + ",".repeat(5000));
        assertThatThrownBy(() -> signature.verify(valid, "{}".getBytes(UTF_8)))
                .isInstanceOf(WebhookRejectedException.class);
        assertThatThrownBy(() -> new Signature("other", Clock.fixed(NOW, ZoneOffset.UTC)).verify(valid, BODY))
                .isInstanceOf(WebhookRejectedException.class);
    }

    private void accepted(String header) {
        assertThatCode(() -> signature.verify(header, BODY)).doesNotThrowAnyException();
    }

    private void rejected(@Nullable String header) {
        assertThatThrownBy(() -> signature.verify(header, BODY)).isInstanceOf(WebhookRejectedException.class);
    }

    private static Signature at(Instant now) {
        return new Signature("secret", Clock.fixed(now, ZoneOffset.UTC));
    }

    private static final String EXPECTED = "af784f27423c462e20039559cd4264140f7b7ed4c9090e26fd663faa5eeb8dda";
}
