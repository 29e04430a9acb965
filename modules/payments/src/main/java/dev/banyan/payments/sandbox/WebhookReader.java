package dev.banyan.payments.sandbox;

import dev.banyan.kernel.Money;
import dev.banyan.payments.spi.ProviderNotification;
import dev.banyan.payments.spi.WebhookMalformedException;
import dev.banyan.runtime.json.ContractJson;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the sandbox's webhooks. Unknown properties and types are left aside; what is needed has to be right. */
final class WebhookReader {
    private static final int LONGEST_NAME = 255;

    private final ContractJson json;

    WebhookReader(ContractJson json) {
        this.json = json;
    }

    Optional<ProviderNotification> read(byte[] body) {
        var event = parse(body);
        var id = name(event, "id");
        var type = type(name(event, "type"));
        return type.map(known -> notification(id, known, event.path("data")));
    }

    private static ProviderNotification notification(String id, ProviderNotification.Type type, JsonNode data) {
        return new ProviderNotification(id, type, name(data, "reference"), money(data.path("amount")));
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.mapper().readTree(body);
        } catch (JacksonException malformed) {
            throw new WebhookMalformedException("not JSON");
        }
    }

    private static Optional<ProviderNotification.Type> type(String name) {
        return switch (name) {
            case "payment.authorized" -> Optional.of(ProviderNotification.Type.AUTHORIZED);
            case "payment.captured" -> Optional.of(ProviderNotification.Type.CAPTURED);
            case "payment.declined" -> Optional.of(ProviderNotification.Type.DECLINED);
            case "payment.voided" -> Optional.of(ProviderNotification.Type.VOIDED);
            case "payment.refunded" -> Optional.of(ProviderNotification.Type.REFUNDED);
            default -> Optional.empty();
        };
    }

    private static String name(JsonNode object, String property) {
        var node = object.path(property);
        var text = node.isString() ? node.stringValue() : "";
        if (text.isEmpty() || text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw new WebhookMalformedException(property + " is not a name");
        }
        return text;
    }

    private static Money money(JsonNode node) {
        var amount = node.path("amount");
        if (!amount.isIntegralNumber() || !amount.canConvertToLong()) {
            throw new WebhookMalformedException("amount is not an integer");
        }
        try {
            return new Money(amount.longValue(), name(node, "currency"));
        } catch (ArithmeticException | IllegalArgumentException outOfRange) {
            throw new WebhookMalformedException("amount is not an amount of money");
        }
    }
}
