package dev.banyan.users.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long credentials last.
 *
 * @param accessToken the life of an access token, and so the longest delay until a change of roles takes effect
 * @param refreshIdle a session ends when it isn't refreshed for so long
 * @param session a session ends after so long, however often it is refreshed
 * @param resetToken the life of the token of a password reset
 * @param signingKey how long access tokens are signed with one key
 */
@ConfigurationProperties("banyan.users")
record UsersProperties(
        @DefaultValue("15m") Duration accessToken,
        @DefaultValue("14d") Duration refreshIdle,
        @DefaultValue("30d") Duration session,
        @DefaultValue("30m") Duration resetToken,
        @DefaultValue("30d") Duration signingKey,
        @DefaultValue Hashing hashing) {

    /**
     * How much of the machine password hashing may take; each needs 19 MiB for its time.
     *
     * @param parallel how many at once, 0 for as many as there are processors
     * @param patience how long a request waits for its turn before it is refused
     */
    record Hashing(
            @DefaultValue("0") int parallel,
            @DefaultValue("5s") Duration patience) {
        int permits() {
            return parallel > 0 ? parallel : Runtime.getRuntime().availableProcessors();
        }
    }
}
