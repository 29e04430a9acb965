package dev.banyan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.security.Sealer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOwnerTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/shop?user=me",
                "jdbc:postgresql://localhost/shop?ssl=true&password=secret",
            })
    void refusesALoginInTheUrl(String url) {
        assertThatThrownBy(() -> DatabaseOwner.configured(url, "me", "secret"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("spring.datasource.url holds a user or a password")
                .hasMessageNotContaining("secret");
    }

    @Test
    void takesOtherParametersAndTellsNone() {
        var owner = DatabaseOwner.configured("jdbc:postgresql://h/shop?sslpassword=hidden", "me", "secret");
        assertThat(owner.address()).isEqualTo("jdbc:postgresql://h/shop");
        assertThat(owner.toString()).doesNotContain("hidden").doesNotContain("secret");
    }

    @Test
    void derivesOtherPasswordsFromItsOwn() {
        var owner = DatabaseOwner.configured("jdbc:postgresql://h/shop", "me", "secret");
        assertThat(owner.secret(sealer(1))).isEqualTo(owner.secret(sealer(2)));
    }

    @Test
    void withoutAPasswordTheInstancesSecretCounts() {
        var owner = DatabaseOwner.configured("jdbc:postgresql://h/shop", "me", "");
        assertThat(password(owner, 1)).isEqualTo(password(owner, 1)).isNotEqualTo(password(owner, 2));
    }

    private static String password(DatabaseOwner owner, int instance) {
        return new DatabaseRoles("shop", owner.secret(sealer(instance))).loginPassword();
    }

    private static Sealer sealer(int instance) {
        var sealer = mock(Sealer.class);
        when(sealer.derive(anyString())).thenReturn(new byte[] {(byte) instance});
        return sealer;
    }
}
