package dev.banyan.runtime.web.idempotency;

import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.security.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Answers as the database keeps them: they hold what is told once, such as tokens, and so are sealed. */
final class Answers {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    private static final String PURPOSE = "idempotent answer";

    private final Sealer sealer;
    private final ContractJson json;

    Answers(Sealer sealer, ContractJson json) {
        this.sealer = sealer;
        this.json = json;
    }

    byte[] seal(StoredAnswer answer) {
        return sealer.seal(PURPOSE, json.write(answer).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty, and told to the operators, when it was changed or can't be read any more. */
    Optional<StoredAnswer> open(byte[] sealed) {
        try {
            var text = new String(sealer.open(PURPOSE, sealed), StandardCharsets.UTF_8);
            return Optional.of(json.read(text, StoredAnswer.class));
        } catch (IllegalStateException | JacksonException unreadable) {
            log.warn("A stored answer can't be read", unreadable);
            return Optional.empty();
        }
    }
}
