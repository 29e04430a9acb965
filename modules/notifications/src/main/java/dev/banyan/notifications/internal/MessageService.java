package dev.banyan.notifications.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.events.Timers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes messages. What its channel carries out of the shop is delivered later, apart from the event that it follows from. */
@Service
class MessageService {
    private final Templates templates;
    private final MessageRepository messages;
    private final Channels channels;
    private final Timers timers;
    private final NotificationsProperties properties;
    private final Clock clock;

    MessageService(
            Templates templates,
            MessageRepository messages,
            Channels channels,
            Timers timers,
            NotificationsProperties properties,
            Clock clock) {
        this.templates = templates;
        this.messages = messages;
        this.channels = channels;
        this.timers = timers;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Writes the message once per event and channel; a repeat changes nothing. An order gets one confirmation, and none once
     * it was cancelled.
     */
    @Transactional
    void store(Draft draft) {
        var status = channels.leads(draft.channel()) ? MessageStatus.PENDING : MessageStatus.KEPT;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var until = Objects.requireNonNullElse(
                draft.deliverUntil(), now.plus(properties.delivery().giveUpAfter()));
        var message = new NewMessage(Ids.next(), draft, templates.write(draft), status, now, until);
        if (messages.insert(message) && status == MessageStatus.PENDING) {
            timers.schedule(message.id().toString(), now, new DeliverMessage(message.id()));
        }
    }

    /** A confirmation that has not left yet doesn't leave any more: nobody wants to read it after the cancellation. */
    @Transactional
    void withdrawConfirmation(UUID orderId) {
        messages.withdrawConfirmation(orderId);
    }
}
