package dev.banyan.runtime.security;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Whom API keys belong to, remembered for 30 s, unknown keys too. Bounded, and holds hashes instead of keys. */
final class ApiKeys {
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int CAPACITY = 10_000;
    private static final Pattern FORM = Pattern.compile("[!-~]{16,256}");

    private final ObjectProvider<Credentials> credentials;
    private final LongSupplier nanoTime;
    private final Recent<String, Known> entries = new Recent<>(CAPACITY);

    ApiKeys(ObjectProvider<Credentials> credentials, LongSupplier nanoTime) {
        this.credentials = credentials;
        this.nanoTime = nanoTime;
    }

    Optional<Caller> find(String key) {
        if (!FORM.matcher(key).matches()) {
            return Optional.empty();
        }
        var hash = SecretToken.hash(key);
        var entry = entries.get(hash);
        if (entry == null || nanoTime.getAsLong() - entry.since() >= REMEMBERED.toNanos()) {
            entry = new Known(lookUp(key), nanoTime.getAsLong());
            entries.put(hash, entry);
        }
        return Optional.ofNullable(entry.caller());
    }

    private @Nullable Caller lookUp(String key) {
        var source = credentials.getIfAvailable();
        try {
            return source == null ? null : source.apiKey(key).orElse(null);
        } catch (RuntimeException failure) {
            throw new CredentialsUnavailableException(failure);
        }
    }

    private record Known(@Nullable Caller caller, long since) {}
}
