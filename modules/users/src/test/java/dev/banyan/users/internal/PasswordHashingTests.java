package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.banyan.kernel.ModuleUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PasswordHashingTests {
    private final Argon2id argon2 = mock();

    @Test
    void checksAgainstAHashAlsoWithoutAnAccount() {
        when(argon2.hashOfNothing()).thenReturn("nobody's hash");
        when(argon2.matches(any(), any())).thenReturn(true);

        assertThat(hashing().matches("guess", Optional.empty())).isFalse();

        verify(argon2).matches("guess", "nobody's hash");
    }

    @Test
    void refusesWhoDoesNotGetATurnInTime() throws Exception {
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        when(argon2.hash(eq("slow"))).then(_ -> {
            started.countDown();
            finish.await();
            return "hash";
        });
        var hashing = hashing();
        var first = Thread.ofVirtual().start(() -> hashing.hash("slow"));
        started.await();

        assertThatThrownBy(() -> hashing.hash("second")).isInstanceOf(ModuleUnavailableException.class);

        finish.countDown();
        first.join();
        when(argon2.hash("third")).thenReturn("third hash");
        assertThat(hashing.hash("third")).isEqualTo("third hash");
    }

    private PasswordHashing hashing() {
        var hour = Duration.ofHours(1);
        var bounds = new UsersProperties.Hashing(1, Duration.ofMillis(20));
        return new PasswordHashing(argon2, new UsersProperties(hour, hour, hour, hour, hour, bounds));
    }
}
