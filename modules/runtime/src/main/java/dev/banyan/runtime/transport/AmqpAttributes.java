package dev.banyan.runtime.transport;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.integration.amqp.support.AmqpHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/** A CloudEvent's attributes as AMQP headers: {@code cloudEvents:} before the name, and the content type as a property. */
final class AmqpAttributes implements AmqpHeaderMapper {
    /** Where a message within this process has them. */
    static final String HEADER = "banyan_attributes";

    private static final String PREFIX = "cloudEvents:";

    @Override
    public void fromHeadersToRequest(MessageHeaders headers, MessageProperties target) {
        if (headers.get(HEADER) instanceof Map<?, ?> attributes) {
            attributes.forEach((name, value) -> target.setHeader(PREFIX + name, value.toString()));
            target.setContentType(CloudEvent.CONTENT_TYPE);
            target.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        }
    }

    @Override
    public Map<String, @Nullable Object> toHeadersFromRequest(MessageProperties source) {
        return Map.of(HEADER, read(source.getHeaders()));
    }

    private static Map<String, String> read(Map<String, @Nullable Object> headers) {
        var attributes = new TreeMap<String, String>();
        headers.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && value != null) {
                attributes.put(name.substring(PREFIX.length()), value.toString());
            }
        });
        return attributes;
    }

    @Override
    public void fromHeadersToReply(MessageHeaders headers, MessageProperties target) {
        throw new UnsupportedOperationException("Nobody replies to an event");
    }

    @Override
    public Map<String, @Nullable Object> toHeadersFromReply(MessageProperties source) {
        throw new UnsupportedOperationException("Nobody replies to an event");
    }
}
