package dev.banyan.runtime.web.idempotency;

import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.security.Sealer;
import java.nio.charset.StandardCharsets;

/** Answers as the database keeps them: they hold what is told once, such as tokens, and so are sealed. */
final class Answers {
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

    StoredAnswer open(byte[] sealed) {
        return json.read(new String(sealer.open(PURPOSE, sealed), StandardCharsets.UTF_8), StoredAnswer.class);
    }
}
