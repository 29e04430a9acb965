package dev.banyan.users.internal;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The signing keys as this instance knows them, read again every minute. Whoever reads them when the next generation is
 * due makes it, so they rotate by themselves; of several instances one succeeds.
 */
@Component
class KeyRing {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final SigningKeyRepository repository;
    private final SigningKeyMint mint;
    private final UsersProperties properties;
    private final Clock clock;
    private volatile @Nullable Known known;

    KeyRing(SigningKeyRepository repository, SigningKeyMint mint, UsersProperties properties, Clock clock) {
        this.repository = repository;
        this.mint = mint;
        this.properties = properties;
        this.clock = clock;
    }

    /** The key to sign with now. */
    ECKey signing() {
        return known().signing();
    }

    /** The public keys, at most a minute old. */
    JWKSet published() {
        return known().published();
    }

    /** Reads the keys again, and makes the one that is missing. */
    synchronized Known refresh() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var keys = repository.load();
        var signing = signing(keys, now);
        while (signing.isEmpty()) {
            repository.add(mint.make(keys.nextGeneration(), now));
            keys = repository.load();
            signing = signing(keys, now);
        }
        var due = keys.nextDue(now, properties.signingKey());
        if (due.isPresent()) {
            repository.add(mint.make(keys.nextGeneration(), due.get()));
            keys = repository.load();
        }
        var refreshed = new Known(signing.get(), publicKeys(keys.published(now, properties.accessToken())), now);
        known = refreshed;
        return refreshed;
    }

    /** Deletes keys whose last token has expired. */
    void deleteEnded() {
        repository.load().published(clock.instant(), properties.accessToken()).stream()
                .findFirst()
                .ifPresent(oldest -> repository.deleteBefore(oldest.generation()));
    }

    private Known known() {
        var current = known;
        return current != null && clock.instant().isBefore(current.readAt().plus(FRESH)) ? current : refresh();
    }

    private Optional<ECKey> signing(SigningKeys keys, Instant now) {
        return keys.signing(now, key -> mint.open(key).isPresent()).flatMap(mint::open);
    }

    private static JWKSet publicKeys(List<SigningKey> keys) {
        return new JWKSet(keys.stream().<JWK>map(SigningKey::publicKey).toList());
    }

    record Known(ECKey signing, JWKSet published, Instant readAt) {
        @Override
        public String toString() {
            return "Known[readAt=%s]".formatted(readAt);
        }
    }
}
