package dev.banyan.runtime.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.banyan.runtime.events.EventIntake.Received;
import dev.banyan.runtime.events.EventOrigin;
import dev.banyan.runtime.json.ContractJson;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that isn't understood, as it came. It keeps its id and key as far as they can be told; the same message has the same id.
 *
 * @param body in Base64
 */
record RawMessage(@Nullable String key, Map<String, String> attributes, String body) {
    private static final int LONGEST = 200;

    /** What takes the place of a subscriber, after the module's name. */
    private static final String NOBODY = ".inbox";

    static Parked of(CloudEvent message, ContractJson json) {
        var raw = new RawMessage(
                message.key(), message.attributes(), Base64.getEncoder().encodeToString(message.body()));
        return new Parked(message, json.write(raw));
    }

    /** @param payload the message as JSON */
    record Parked(CloudEvent message, String payload) {
        Received received(String module) {
            return new Received(
                    id(),
                    shortened(message.attribute(CloudEvent.TYPE), "unknown"),
                    message.publisher(),
                    shortened(message.key(), ""),
                    payload,
                    EventOrigin.of(null, null),
                    List.of(module + NOBODY));
        }

        private UUID id() {
            try {
                return UUID.fromString(String.valueOf(message.attribute(CloudEvent.ID)));
            } catch (IllegalArgumentException none) {
                return UUID.nameUUIDFromBytes(payload.getBytes(UTF_8));
            }
        }

        private static String shortened(@Nullable String text, String otherwise) {
            if (text == null) {
                return otherwise;
            }
            return text.substring(0, Math.min(text.length(), LONGEST)).replace('\0', ' ');
        }
    }
}
