package dev.banyan.payments.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Sends webhooks as the sandbox does: {@link #reference} and {@link #id} are the test's own. */
abstract class SignedWebhooksIT extends PaymentsIT {
    static final String SANDBOX = "/api/payments/webhooks/sandbox";

    @Autowired
    MockMvcTester http;

    String reference = "";
    String id = "";

    @BeforeEach
    void freshNames() {
        reference = "pay_" + Ids.next();
        id = "evt_" + Ids.next();
    }

    void accepted(String body) {
        try {
            assertThat(post(SANDBOX, body, signature(body, 0))).hasStatus(204);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    MvcTestResult post(String uri, String body, String signature) {
        return http.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Banyan-Signature", signature)
                .content(body)
                .exchange();
    }

    String body(String eventId, String type, long amount) {
        return """
                {"id": "%s", "type": "payment.%s", "createdAt": "2026-11-21T10:00:00Z",
                 "data": {"reference": "%s", "amount": {"amount": %d, "currency": "EUR"}}}""".formatted(eventId, type, reference, amount);
    }

    /** Written down anew from the API's description. */
    static String signature(String body, long seconds) throws Exception {
        long time = Instant.now().getEpochSecond() + seconds;
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        return "t=%d,v1=%s".formatted(time, HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(UTF_8))));
    }
}
