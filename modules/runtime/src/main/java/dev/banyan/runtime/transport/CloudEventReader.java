package dev.banyan.runtime.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.banyan.runtime.events.EventIntake;
import dev.banyan.runtime.events.EventIntake.Received;
import dev.banyan.runtime.events.EventOrigin;
import dev.banyan.runtime.json.ContractJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Finds out what a message means to a module. */
final class CloudEventReader {
    private static final int LONGEST = 200;

    private final EventIntake intake;
    private final ContractJson json;
    private final Clock clock;
    private final Duration inbox;

    CloudEventReader(EventIntake intake, ContractJson json, Clock clock, Duration inbox) {
        this.intake = intake;
        this.json = json;
        this.clock = clock;
        this.inbox = inbox;
    }

    /** What a message means. */
    sealed interface Meaning {}

    /** Nothing: nobody handles it here, or somebody was served already. */
    record Nothing() implements Meaning {}

    record Wanted(Received event) implements Meaning {}

    /** It can't be delivered as it is. */
    record Unclear(Received event, String reason) implements Meaning {}

    private static final class UnclearException extends Exception {
        private static final long serialVersionUID = 1L;

        UnclearException(String reason) {
            super(reason);
        }
    }

    Meaning read(String module, CloudEvent message) {
        try {
            return wanted(module, message);
        } catch (UnclearException unclear) {
            return new Unclear(RawMessage.of(message, json).received(module), String.valueOf(unclear.getMessage()));
        }
    }

    private Meaning wanted(String module, CloudEvent message) throws UnclearException {
        var type = required(message, CloudEvent.TYPE);
        var addressee = message.attribute(CloudEvent.ADDRESSEE);
        if (addressee == null ? isServed(module, message) : !addressee.startsWith(module + ".")) {
            return new Nothing();
        }
        if (!type.startsWith(message.publisher() + ".")) {
            throw new UnclearException("%s comes from %s".formatted(type, message.publisher()));
        }
        var subscribers = addressed(intake.subscribersOf(module, type), addressee);
        var others = addressed(intake.subscribersOfAnotherVersion(module, type), addressee);
        if (subscribers.isEmpty() && others.isEmpty()) {
            if (addressee == null) {
                return new Nothing();
            }
            subscribers = List.of(addressee);
        }
        var event = new Received(
                uuid(required(message, CloudEvent.ID)),
                type,
                message.publisher(),
                key(message),
                text(message.body()),
                origin(message),
                subscribers.isEmpty() ? others : subscribers);
        var problem = problem(module, message, event);
        return problem == null ? new Wanted(event) : new Unclear(event, problem);
    }

    private @Nullable String problem(String module, CloudEvent message, Received event) throws UnclearException {
        if (!CloudEvent.VERSION.equals(message.attribute(CloudEvent.SPECVERSION))) {
            return "the message is no CloudEvent 1.0";
        }
        if (time(required(message, CloudEvent.TIME)).isBefore(clock.instant().minus(inbox))) {
            return "it is older than the inbox remembers: it may have been handled already";
        }
        var subscriber = event.subscribers().getFirst();
        if (!intake.subscribersOf(module, event.type()).contains(subscriber)) {
            return "nobody handles %s as %s".formatted(event.type(), subscriber);
        }
        return intake.misfit(subscriber, event.type(), event.payload());
    }

    private static boolean isServed(String module, CloudEvent message) {
        var served = message.attribute(CloudEvent.SERVED);
        return served != null && List.of(served.split(",")).contains(module);
    }

    private static List<String> addressed(List<String> subscribers, @Nullable String addressee) {
        return addressee == null
                ? subscribers
                : subscribers.stream().filter(addressee::equals).toList();
    }

    private static String key(CloudEvent message) throws UnclearException {
        var key = required(message, CloudEvent.SUBJECT);
        if (message.key() != null && !message.key().equals(key)) {
            throw new UnclearException("subject and key differ");
        }
        return key;
    }

    private EventOrigin origin(CloudEvent message) throws UnclearException {
        var actor = message.attribute(CloudEvent.ACTOR);
        try {
            return EventOrigin.of(
                    message.attribute(CloudEvent.TRACEPARENT),
                    actor == null ? null : json.read(actor, EventOrigin.Actor.class));
        } catch (JacksonException unreadable) {
            throw new UnclearException("the acting user can't be read");
        }
    }

    private static String required(CloudEvent message, String name) throws UnclearException {
        var value = message.attribute(name);
        if (value == null || value.isEmpty()) {
            throw new UnclearException("the attribute %s is missing".formatted(name));
        }
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new UnclearException("the attribute %s is too long or holds NUL".formatted(name));
        }
        return value;
    }

    private static UUID uuid(String id) throws UnclearException {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw new UnclearException("the attribute id is no UUID");
        }
    }

    private static Instant time(String time) throws UnclearException {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException malformed) {
            throw new UnclearException("the attribute time is no RFC 3339 time");
        }
    }

    private static String text(byte[] body) throws UnclearException {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new UnclearException("the body holds NUL");
            }
            return text;
        } catch (CharacterCodingException malformed) {
            throw new UnclearException("the body is no UTF-8");
        }
    }
}
