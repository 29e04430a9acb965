package dev.banyan.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.banyan.client.Answer;
import dev.banyan.kernel.Ids;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the sandbox sends, signed as the API's description says. */
final class Webhook {
    static final String PATH = "/api/payments/webhooks/sandbox";

    private Webhook() {}

    static String freshId() {
        return "evt_" + Ids.next();
    }

    static String body(String id, String type, String reference, long amount) {
        return """
                {"id":"%s","type":"%s","createdAt":"%s","data":{"reference":"%s","amount":{"amount":%d,"currency":"EUR"}}}\
                """.formatted(id, type, Instant.now(), reference, amount);
    }

    static Answer send(String body) {
        return send(body, signature(body, 0));
    }

    static Answer send(Object body, String signature) {
        return Target.shop().with("Banyan-Signature", signature).post(PATH, body);
    }

    /** As made {@code seconds} from now. */
    static String signature(String body, long seconds) {
        long time = Instant.now().getEpochSecond() + seconds;
        return "t=%d,v1=%s".formatted(time, digest(time + "." + body));
    }

    static String digest(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Target.webhookSecret().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
