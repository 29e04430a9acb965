package dev.banyan.notifications.internal;

import dev.banyan.runtime.security.Sealer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps bodies that hold a secret unreadable in the database; each is sealed for its own message. */
@Component
class BodySeal {
    private final Sealer sealer;
    private final JsonMapper json = new JsonMapper();

    BodySeal(Sealer sealer) {
        this.sealer = sealer;
    }

    StoredBody close(UUID message, MessageKind kind, Body body) {
        if (kind.isSecret()) {
            var sealed =
                    Base64.getEncoder().encodeToString(sealer.seal(purpose(message), json.writeValueAsBytes(body)));
            return new StoredBody(null, null, sealed);
        }
        return new StoredBody(body.text(), body.html(), null);
    }

    /** Empty when the body was removed. */
    Optional<Body> open(UUID message, StoredBody stored) {
        if (stored.sealed() != null) {
            var plain = sealer.open(purpose(message), Base64.getDecoder().decode(stored.sealed()));
            return Optional.of(json.readValue(plain, Body.class));
        }
        return Optional.ofNullable(stored.text()).map(text -> new Body(stored.html(), text));
    }

    private static String purpose(UUID message) {
        return "notifications.message:" + message;
    }
}
