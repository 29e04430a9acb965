package dev.banyan.runtime.transport;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** What doesn't work with the broker, and since when. Told in the log once when it begins, and once when it is over. */
final class BrokerStatus {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerStatus.class);

    private final Map<String, Long> failingSince = new ConcurrentHashMap<>();

    void failing(String what, Throwable failure) {
        failing(what, NestedExceptionUtils.getMostSpecificCause(failure).toString());
    }

    /** @param what as the beginning of a sentence */
    void failing(String what, String reason) {
        if (failingSince.putIfAbsent(what, System.nanoTime()) == null) {
            LOG.warn("{}: {}. Nothing is lost, it is tried again until it works", what, reason);
        }
    }

    void works(String what) {
        var since = failingSince.remove(what);
        if (since != null) {
            LOG.info("{}: works again, after {} s", what, secondsSince(since));
        }
    }

    /** What fails, and for how many seconds. */
    Map<String, Long> failures() {
        var failures = new TreeMap<String, Long>();
        failingSince.forEach((what, since) -> failures.put(what, secondsSince(since)));
        return failures;
    }

    private static long secondsSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toSeconds();
    }
}
