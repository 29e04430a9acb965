package dev.banyan.payments.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.kernel.Money;
import dev.banyan.payments.spi.ProviderNotification;
import dev.banyan.payments.spi.ProviderNotification.Type;
import dev.banyan.payments.spi.WebhookMalformedException;
import dev.banyan.runtime.json.ContractJson;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReaderTests {
    private static final String VALID = """
            {"id": "evt_1", "type": "payment.captured", "createdAt": 1, "extra": [{}],
             "data": {"reference": "pay_1", "more": 1, "amount": {"amount": 10, "currency": "EUR", "x": 1}}}""";

    @Test
    void readsWhatItNeedsAndLeavesTheRestAside() {
        assertThat(read(VALID))
                .contains(new ProviderNotification("evt_1", Type.CAPTURED, "pay_1", new Money(10, "EUR")));
    }

    @Test
    void leavesUnknownTypesAside() {
        assertThat(read("{\"id\": \"evt_1\", \"type\": \"payout.paid\"}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "[", "[]", "null", "1", "{}", "{\"id\": \"evt_1\"}", "{\"id\": 1, \"type\": \"x\"}"})
    void refusesWhatIsNoEvent(String body) {
        malformed(body);
    }

    @Test
    void refusesWhatItNeedsButCannotRead() {
        malformed(VALID.replace("\"pay_1\"", "1"));
        malformed(VALID.replace("pay_1", "pay_\\u0000"));
        malformed(VALID.replace("pay_1", "p".repeat(256)));
        malformed(VALID.replace("evt_1", ""));
        malformed(VALID.replace("\"amount\": 10", "\"amount\": 10.0"));
        malformed(VALID.replace("\"amount\": 10", "\"amount\": \"10\""));
        malformed(VALID.replace("\"amount\": 10", "\"amount\": -1"));
        malformed(VALID.replace("\"amount\": 10", "\"amount\": 99999999999999999999"));
        malformed(VALID.replace("EUR", "euro"));
        malformed(VALID.replace("[{}]", "[".repeat(100) + "]".repeat(100)));
    }

    private static Optional<ProviderNotification> read(String body) {
        return new WebhookReader(new ContractJson()).read(body.getBytes(UTF_8));
    }

    private static void malformed(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(WebhookMalformedException.class);
    }
}
