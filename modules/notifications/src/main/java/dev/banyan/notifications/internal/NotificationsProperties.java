package dev.banyan.notifications.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are written and delivered.
 *
 * @param from the sender's address, with or without a name in front
 * @param baseUrl where the shop's pages are; without it, messages carry no links
 */
@ConfigurationProperties("banyan.notifications")
record NotificationsProperties(
        @DefaultValue("no-reply@localhost") String from,
        @Nullable String baseUrl,
        @DefaultValue Delivery delivery) {
    NotificationsProperties {
        if (baseUrl != null) {
            baseUrl = checked(baseUrl.strip());
        }
    }

    private static @Nullable String checked(String url) {
        if (url.isEmpty()) {
            return null;
        }
        if (!url.matches("https?://[^\\s\"'<>#?]+")) {
            throw new IllegalArgumentException(
                    "banyan.notifications.base-url is the shop's http(s) address, not " + url);
        }
        return url.replaceAll("/+$", "");
    }

    /**
     * When to try again, and when to stop.
     *
     * @param firstPause the pause after the first attempt; each further one is twice as long
     * @param longestPause where they stop growing
     * @param giveUpAfter a message that could not be delivered for this long has failed
     * @param refusals a message that the other side refused this often has failed
     */
    record Delivery(
            @DefaultValue("1s") Duration firstPause,
            @DefaultValue("30s") Duration longestPause,
            @DefaultValue("5d") Duration giveUpAfter,
            @DefaultValue("3") int refusals) {
        private static final int MOST_DOUBLINGS = 20;

        /** The pause after this many attempts. */
        Duration pauseAfter(int attempts) {
            int doublings = Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
            var pause = firstPause.multipliedBy(1L << doublings);
            return pause.compareTo(longestPause) < 0 ? pause : longestPause;
        }
    }
}
