package dev.banyan.runtime.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.runtime.RuntimeIT;
import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.data.DatabaseOwner;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The context has started, so that its database knows its secret. */
class SecretCheckIT extends RuntimeIT {
    @Autowired
    DatabaseOwner owner;

    @Autowired
    Sealer sealer;

    @Test
    void laterStartsNeedTheSameSecret() throws Exception {
        var another = new AesSealer("another secret".getBytes(StandardCharsets.UTF_8));
        try (var connection = owner.connect()) {
            assertThatThrownBy(() -> SecretCheck.verify(another, connection))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageStartingWith("This database was set up with another banyan.secret");
            assertThatCode(() -> SecretCheck.verify(sealer, connection)).doesNotThrowAnyException();
        }
    }
}
