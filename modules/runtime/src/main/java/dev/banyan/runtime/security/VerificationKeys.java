package dev.banyan.runtime.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The keys that access tokens are verified with. They are read again when a token names an unknown one, so that a rotation
 * is noticed at once, but at most every 10 s (every second before the first were read), whatever tokens are sent; and now and then, so that a withdrawn one is
 * forgotten. When that fails the old ones stay.
 */
final class VerificationKeys implements JWKSource<SecurityContext> {
    private static final Logger log = LoggerFactory.getLogger(VerificationKeys.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final ObjectProvider<Credentials> credentials;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable JWKSet keys;
    private final LongSupplier nanoTime;
    private volatile long readAt;

    VerificationKeys(ObjectProvider<Credentials> credentials, LongSupplier nanoTime) {
        this.credentials = credentials;
        this.nanoTime = nanoTime;
        this.readAt = nanoTime.getAsLong() - MAX_AGE.toNanos();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        var present = keys;
        if (present == null || olderThan(MAX_AGE)) {
            present = readAgain();
        }
        var matches = selector.select(present);
        return matches.isEmpty() && olderThan(PAUSE) ? selector.select(readAgain()) : matches;
    }

    /** False when there are none, and they can't be read now. */
    boolean readAhead() {
        try {
            readAgain();
            return true;
        } catch (CredentialsUnavailableException unreachable) {
            return false;
        }
    }

    private JWKSet readAgain() {
        reading.lock();
        try {
            if (olderThan(keys == null ? FIRST_PAUSE : PAUSE)) {
                readAt = nanoTime.getAsLong();
                keys = read();
            }
        } catch (RuntimeException failure) {
            log.warn("The keys of access tokens could not be read; the present ones stay in use", failure);
        } finally {
            reading.unlock();
        }
        var present = keys;
        if (present == null) {
            throw new CredentialsUnavailableException(null);
        }
        return present;
    }

    private JWKSet read() {
        var source = credentials.getIfAvailable();
        return source == null ? new JWKSet() : source.verificationKeys().toPublicJWKSet();
    }

    private boolean olderThan(Duration age) {
        return nanoTime.getAsLong() - readAt >= age.toNanos();
    }
}
