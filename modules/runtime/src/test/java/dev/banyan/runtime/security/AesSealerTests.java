package dev.banyan.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AesSealerTests {
    private static final byte[] TEXT = "token".getBytes(StandardCharsets.UTF_8);

    private final Sealer sealer = sealer("first");

    private static Sealer sealer(String secret) {
        return new AesSealer(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void opensWhatItSealed() {
        assertThat(sealer.open("mail", sealer.seal("mail", TEXT))).isEqualTo(TEXT);
        assertThat(sealer("first").open("mail", sealer.seal("mail", new byte[0])))
                .isEmpty();
    }

    @Test
    void sealsDifferentlyEachTime() {
        assertThat(sealer.seal("mail", TEXT)).isNotEqualTo(sealer.seal("mail", TEXT));
    }

    @Test
    void refusesAnotherPurpose() {
        var sealed = sealer.seal("mail", TEXT);
        assertThatThrownBy(() -> sealer.open("key", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAnotherSecret() {
        var sealed = sealer.seal("mail", TEXT);
        assertThatThrownBy(() -> sealer("second").open("mail", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesEveryChangedByteAndEveryPart() {
        var sealed = sealer.seal("mail", TEXT);
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> sealer.open("mail", changed)).isInstanceOf(IllegalStateException.class);
            var part = java.util.Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> sealer.open("mail", part)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void derivesByPurposeAndSecret() {
        assertThat(sealer.derive("a")).hasSize(32).isEqualTo(sealer("first").derive("a"));
        assertThat(sealer.derive("a"))
                .isNotEqualTo(sealer.derive("b"))
                .isNotEqualTo(sealer("second").derive("a"));
    }
}
