package dev.banyan.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class VerificationKeysTests {
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicReference<JWKSet> published = new AtomicReference<>();
    private final AtomicReference<Long> now = new AtomicReference<>(0L);
    private final VerificationKeys keys = new VerificationKeys(provider(new Published()), now::get);

    private static org.springframework.beans.factory.ObjectProvider<Credentials> provider(Credentials credentials) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("credentials", credentials);
        return beans.getBeanProvider(Credentials.class);
    }

    private static ECKey key(String id) throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    private List<?> find(String id) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }

    private void pass(int seconds) {
        now.updateAndGet(before -> before + seconds * 1_000_000_000L);
    }

    @Test
    void knowsAKeyWithoutAskingAgain() throws Exception {
        published.set(new JWKSet(key("a")));
        assertThat(find("a")).hasSize(1);
        assertThat(find("a")).hasSize(1);
        assertThat(reads).hasValue(1);
    }

    @Test
    void learnsANewKeyButAsksAtMostEveryTenSeconds() throws Exception {
        published.set(new JWKSet(key("a")));
        find("a");
        published.set(new JWKSet(key("b")));
        for (int i = 0; i < 1000; i++) {
            assertThat(find("b")).isEmpty();
        }
        assertThat(reads).hasValue(1);
        pass(10);
        assertThat(find("b")).hasSize(1);
        assertThat(reads).hasValue(2);
    }

    @Test
    void keepsTheOldKeysWhenNewOnesCannotBeRead() throws Exception {
        published.set(new JWKSet(key("a")));
        find("a");
        published.set(null);
        pass(600);
        assertThat(find("a")).hasSize(1);
    }

    @Test
    void forgetsAWithdrawnKey() throws Exception {
        published.set(new JWKSet(key("a")));
        find("a");
        published.set(new JWKSet(key("b")));
        pass(300);
        assertThat(find("a")).isEmpty();
    }

    @Test
    void saysThatItCannotTellBeforeTheFirstKeys() {
        assertThatThrownBy(() -> find("a")).isInstanceOf(CredentialsUnavailableException.class);
    }

    @Test
    void asksEverySecondBeforeTheFirstKeys() throws Exception {
        assertThat(keys.readAhead()).isFalse();
        published.set(new JWKSet(key("a")));
        assertThat(keys.readAhead()).isFalse();
        pass(1);
        assertThat(keys.readAhead()).isTrue();
        assertThat(find("a")).hasSize(1);
        assertThat(reads).hasValue(2);
    }

    private final class Published implements Credentials {
        @Override
        public Optional<Caller> apiKey(String key) {
            return Optional.empty();
        }

        @Override
        public JWKSet verificationKeys() {
            reads.incrementAndGet();
            var set = published.get();
            if (set == null) {
                throw new IllegalStateException("unreachable");
            }
            return set;
        }
    }
}
