package dev.banyan.notifications.internal;

import dev.banyan.notifications.spi.MessageChannel;
import dev.banyan.notifications.spi.MessageRefusedException;
import dev.banyan.notifications.spi.OutgoingMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Hands a message to its channel without a transaction being open, then writes down how it went. After a crash in between
 * it is handed over again with the same id.
 */
@Component
class DeliveryListener {
    private static final Logger log = LoggerFactory.getLogger(DeliveryListener.class);

    private final DeliveryService deliveries;
    private final Channels channels;

    DeliveryListener(DeliveryService deliveries, Channels channels) {
        this.deliveries = deliveries;
        this.channels = channels;
    }

    @ApplicationModuleListener(id = "notifications.deliver-message", propagation = Propagation.NOT_SUPPORTED)
    void on(DeliverMessage due) {
        deliveries.pending(due.messageId()).ifPresent(this::deliver);
    }

    private void deliver(PendingMessage pending) {
        var message = pending.message();
        var channel = channels.find(pending.channel());
        if (channel.isEmpty()) {
            deliveries.keep(message.id());
            return;
        }
        pending.obstacle()
                .ifPresentOrElse(
                        obstacle -> deliveries.abandon(message.id(), obstacle),
                        () -> deliveries.record(message.id(), attempt(channel.get(), message)));
    }

    private static Attempt attempt(MessageChannel channel, OutgoingMessage message) {
        try {
            channel.send(message);
            return Attempt.DELIVERED;
        } catch (MessageRefusedException refused) {
            return logged(message, Attempt.refused(refused));
        } catch (RuntimeException failure) {
            return logged(message, Attempt.failed(failure));
        }
    }

    private static Attempt logged(OutgoingMessage message, Attempt attempt) {
        log.warn("Message {} was not delivered ({}): {}", message.id(), attempt.outcome(), attempt.error());
        return attempt;
    }
}
