package dev.banyan.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import dev.banyan.kernel.Ids;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ApiKeysTests {
    private static final String KEY = "k".repeat(43);
    private static final Caller CALLER = Caller.apiKey(Ids.next(), Set.of());

    private final AtomicInteger lookUps = new AtomicInteger();
    private final AtomicReference<Caller> owner = new AtomicReference<>(CALLER);
    private final AtomicReference<Long> now = new AtomicReference<>(0L);
    private boolean down;
    private final ApiKeys keys = new ApiKeys(provider(), now::get);

    private org.springframework.beans.factory.ObjectProvider<Credentials> provider() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("credentials", new Owners());
        return beans.getBeanProvider(Credentials.class);
    }

    private void pass(int seconds) {
        now.updateAndGet(before -> before + seconds * 1_000_000_000L);
    }

    @Test
    void remembersForThirtySeconds() {
        assertThat(keys.find(KEY)).contains(CALLER);
        owner.set(null);
        pass(29);
        assertThat(keys.find(KEY)).contains(CALLER);
        pass(1);
        assertThat(keys.find(KEY)).isEmpty();
        assertThat(keys.find(KEY)).isEmpty();
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void doesNotAskForWhatCannotBeAKey() {
        assertThat(keys.find("")).isEmpty();
        assertThat(keys.find("short")).isEmpty();
        assertThat(keys.find("k".repeat(1000))).isEmpty();
        assertThat(lookUps).hasValue(0);
    }

    @Test
    void neitherAcceptsNorRemembersWhileItCannotBeTold() {
        down = true;
        assertThatThrownBy(() -> keys.find(KEY)).isInstanceOf(CredentialsUnavailableException.class);
        down = false;
        assertThat(keys.find(KEY)).contains(CALLER);
    }

    private final class Owners implements Credentials {
        @Override
        public Optional<Caller> apiKey(String key) {
            if (down) {
                throw new IllegalStateException("unreachable");
            }
            lookUps.incrementAndGet();
            return Optional.ofNullable(owner.get());
        }

        @Override
        public JWKSet verificationKeys() {
            return new JWKSet();
        }
    }
}
