package dev.banyan.runtime.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.banyan.runtime.events.EventOrigin;
import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.transport.OutgoingEvents.Outgoing;
import java.util.TreeMap;

/** Makes the message of a publication: what is listed here, and nothing else. */
final class CloudEventWriter {
    private final ContractJson json;

    CloudEventWriter(ContractJson json) {
        this.json = json;
    }

    CloudEvent write(Outgoing event) {
        var origin = EventOrigin.read(event.context(), json);
        var attributes = new TreeMap<String, String>();
        attributes.put(CloudEvent.SPECVERSION, CloudEvent.VERSION);
        attributes.put(CloudEvent.ID, event.eventId().toString());
        attributes.put(CloudEvent.TYPE, event.type());
        attributes.put(CloudEvent.SOURCE, CloudEvent.source(event.publisher()));
        attributes.put(CloudEvent.SUBJECT, event.key());
        attributes.put(CloudEvent.TIME, event.publishedAt().toString());
        attributes.put(CloudEvent.POSITION, Long.toString(event.position()));
        var served = origin.served();
        if (served != null && !served.isEmpty()) {
            attributes.put(CloudEvent.SERVED, String.join(",", served));
        }
        var addressee = origin.addressee();
        if (addressee != null) {
            attributes.put(CloudEvent.ADDRESSEE, addressee);
        }
        var traceparent = origin.traceparent();
        if (traceparent != null) {
            attributes.put(CloudEvent.TRACEPARENT, traceparent);
        }
        var actor = origin.actor();
        if (actor != null) {
            attributes.put(CloudEvent.ACTOR, json.write(actor));
        }
        return new CloudEvent(
                event.publisher(), event.key(), attributes, event.payload().getBytes(UTF_8));
    }
}
