package dev.banyan.runtime.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/** A CloudEvent's attributes as Kafka headers: {@code ce_} before the name, and the content type. */
final class KafkaAttributes implements KafkaHeaderMapper {
    /** Where a message within this process has them. */
    static final String HEADER = "banyan_attributes";

    private static final String PREFIX = "ce_";

    @Override
    public void fromHeaders(MessageHeaders headers, Headers target) {
        if (headers.get(HEADER) instanceof Map<?, ?> attributes) {
            attributes.forEach(
                    (name, value) -> target.add(PREFIX + name, value.toString().getBytes(UTF_8)));
            target.add("content-type", CloudEvent.CONTENT_TYPE.getBytes(UTF_8));
        }
    }

    @Override
    public void toHeaders(Headers source, Map<String, Object> target) {
        target.put(HEADER, read(source));
    }

    static Map<String, String> read(Headers headers) {
        var attributes = new TreeMap<String, String>();
        for (var header : headers) {
            if (header.key().startsWith(PREFIX) && header.value() != null) {
                attributes.put(header.key().substring(PREFIX.length()), new String(header.value(), UTF_8));
            }
        }
        return attributes;
    }
}
