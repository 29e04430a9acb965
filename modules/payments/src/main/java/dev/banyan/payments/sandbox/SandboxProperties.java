package dev.banyan.payments.sandbox;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;

/**
 * The sandbox.
 *
 * @param enabled whether there is one
 * @param url where it runs as a process of its own; in this process when unset
 * @param webhookUrl the base URL that it sends webhooks to; this process's own when unset
 * @param webhookSecret what webhooks are signed with; derived from {@code banyan.secret} when unset
 * @param webhookDelay when the webhook of {@code tok_webhook} is sent; {@code off} leaves it to somebody else
 */
@ConfigurationProperties("banyan.payments.sandbox")
record SandboxProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String url,
        @Nullable String webhookUrl,
        @Nullable String webhookSecret,
        @DefaultValue("1s") String webhookDelay) {
    /** Empty when no webhooks are sent. */
    Optional<Duration> delay() {
        return delay(webhookDelay);
    }

    static Optional<Duration> delay(String text) {
        return text.equalsIgnoreCase("off") || text.equalsIgnoreCase("false")
                ? Optional.empty()
                : Optional.of(DurationStyle.detectAndParse(text));
    }

    @Override
    public String toString() {
        return "SandboxProperties[url=%s, webhookUrl=%s, webhookDelay=%s]".formatted(url, webhookUrl, webhookDelay);
    }
}
