package dev.banyan.notifications.spi;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it leaves. Its texts may hold a secret, so they are not in {@link #toString()}.
 *
 * @param id the same on every attempt
 * @param to an address in the channel's form: a mail address, a phone number
 * @param subject one line
 * @param html null on channels of plain text
 */
public record OutgoingMessage(
        UUID id,
        String to,
        String subject,
        String text,
        @Nullable String html) {
    @Override
    public String toString() {
        return "OutgoingMessage[id=%s]".formatted(id);
    }
}
