package dev.banyan.notifications.internal;

import dev.banyan.runtime.security.Sealer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps bodies that hold a secret unreadable in the database; each is sealed for its own message. */
@Component
class BodySeal {
    private static final Logger log = LoggerFactory.getLogger(BodySeal.class);

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

    /** Empty when the body was removed, or sealed with another secret than this process has. */
    Optional<Body> open(UUID message, StoredBody stored) {
        return stored.sealed() == null
                ? Optional.ofNullable(stored.text()).map(text -> new Body(stored.html(), text))
                : unseal(message, Base64.getDecoder().decode(stored.sealed()));
    }

    private Optional<Body> unseal(UUID message, byte[] sealed) {
        try {
            return Optional.of(json.readValue(sealer.open(purpose(message), sealed), Body.class));
        } catch (IllegalStateException anotherSecret) {
            log.warn("Message {} can't be opened with this process's secret", message);
            return Optional.empty();
        }
    }

    private static String purpose(UUID message) {
        return "notifications.message:" + message;
    }
}
