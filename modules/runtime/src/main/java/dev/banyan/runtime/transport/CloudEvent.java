package dev.banyan.runtime.transport;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A message as a broker carries it: a CloudEvent 1.0 in the protocol's binary mode.
 *
 * @param publisher the module of the destination
 * @param key what keeps its order
 * @param attributes by their names, without the protocol's prefix; no others are sent
 * @param body JSON, when it is as it should be; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // It goes from one client to another, and is never compared.
public record CloudEvent(String publisher, @Nullable String key, Map<String, String> attributes, byte[] body) {
    static final String CONTENT_TYPE = "application/json";
    static final String VERSION = "1.0";

    static final String SPECVERSION = "specversion";
    static final String ID = "id";
    static final String TYPE = "type";
    static final String SOURCE = "source";
    static final String SUBJECT = "subject";
    static final String TIME = "time";
    static final String TRACEPARENT = "traceparent";
    static final String POSITION = "position";
    static final String SERVED = "served";
    static final String ACTOR = "actor";
    static final String ADDRESSEE = "addressee";

    public CloudEvent {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    @Nullable
    String attribute(String name) {
        return attributes.get(name);
    }

    static String source(String publisher) {
        return "/banyan/" + publisher;
    }
}
