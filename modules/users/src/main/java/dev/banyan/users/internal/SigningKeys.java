package dev.banyan.users.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The generations of signing keys, oldest first, and what each is good for. A key is published some time before it signs,
 * and after it was replaced until the last token that it signed has expired. A replaced key may sign a little longer, by
 * instances that haven't noticed.
 */
record SigningKeys(List<SigningKey> keys) {
    static final Duration GRACE = Duration.ofHours(1);
    private static final Duration SLACK = Duration.ofMinutes(5);

    SigningKeys {
        keys = List.copyOf(keys);
    }

    /** The newest active key that passes {@code usable}. One that becomes active in a few minutes counts: it was made by an instance whose clock is ahead. */
    Optional<SigningKey> signing(Instant now, Predicate<SigningKey> usable) {
        return keys.reversed().stream()
                .filter(key -> !key.activeFrom().isAfter(now.plus(SLACK)))
                .filter(key -> now.isBefore(replacedAt(key).plus(GRACE)))
                .filter(usable)
                .findFirst();
    }

    /** The keys that a token may be signed with which is still valid, and the one to come. */
    List<SigningKey> published(Instant now, Duration tokenLife) {
        return keys.stream()
                .filter(key ->
                        now.isBefore(replacedAt(key).plus(GRACE).plus(tokenLife).plus(SLACK)))
                .toList();
    }

    /** When a further generation should become active, if it is time to publish it. */
    Optional<Instant> nextDue(Instant now, Duration rotation) {
        if (keys.isEmpty()) {
            return Optional.of(now);
        }
        var planned = keys.getLast().activeFrom().plus(rotation);
        var ahead = min(Duration.ofDays(1), rotation.dividedBy(2));
        if (now.isBefore(planned.minus(ahead))) {
            return Optional.empty();
        }
        var soonest = now.plus(min(GRACE, ahead));
        return Optional.of(planned.isBefore(soonest) ? soonest : planned);
    }

    int nextGeneration() {
        return keys.isEmpty() ? 1 : keys.getLast().generation() + 1;
    }

    private Instant replacedAt(SigningKey key) {
        int next = keys.indexOf(key) + 1;
        return next < keys.size() ? keys.get(next).activeFrom() : Instant.MAX.minus(Duration.ofDays(366));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
