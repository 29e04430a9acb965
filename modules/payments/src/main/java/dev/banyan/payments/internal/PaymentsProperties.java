package dev.banyan.payments.internal;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How payments deal with their providers. All deadlines together stay below the life of a stock reservation.
 *
 * @param provider takes new payments
 * @param callTimeout how long one step at the provider may take; afterwards its outcome is asked for
 * @param patience how long a listener waits for the provider's answer before it leaves the waiting to a thread of its own
 * @param maxCalls how many steps may be at providers at once; one more waits, then tries again later
 * @param authorizationDeadline after the first try, an undecided authorization is given up
 * @param pendingDeadline after the provider said that a webhook will tell, an undecided authorization is given up
 * @param firstPause before a step is tried again; doubles each time
 * @param longestPause the pauses' limit
 * @param webhookWait how long a webhook waits for its reference to become known
 */
@ConfigurationProperties("banyan.payments")
record PaymentsProperties(
        @DefaultValue("sandbox") String provider,
        @DefaultValue("10s") Duration callTimeout,
        @DefaultValue("500ms") Duration patience,
        @DefaultValue("64") int maxCalls,
        @DefaultValue("45s") Duration authorizationDeadline,
        @DefaultValue("5m") Duration pendingDeadline,
        @DefaultValue("250ms") Duration firstPause,
        @DefaultValue("30s") Duration longestPause,
        @DefaultValue("24h") Duration webhookWait) {
    private static final int DOUBLINGS = 20;

    Duration pause(int tries) {
        var pause = firstPause.multipliedBy(1L << Math.clamp(tries - 1L, 0, DOUBLINGS));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }

    Instant pauseUntil(int tries, Instant now) {
        return now.plus(pause(tries));
    }
}
