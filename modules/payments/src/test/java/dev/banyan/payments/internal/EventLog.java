package dev.banyan.payments.internal;

import dev.banyan.payments.events.PaymentAuthorized;
import dev.banyan.payments.events.PaymentCaptured;
import dev.banyan.payments.events.PaymentDeclined;
import dev.banyan.payments.events.PaymentRefunded;
import dev.banyan.payments.events.PaymentVoided;
import dev.banyan.payments.events.RefundFailed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What the module has told the others, by order, once it was committed. */
@Component
class EventLog {
    private final Map<UUID, List<Record>> byOrder = new ConcurrentHashMap<>();

    List<String> names(UUID orderId) {
        return all(orderId).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    List<Record> all(UUID orderId) {
        return byOrder.getOrDefault(orderId, List.of());
    }

    <T extends Record> T last(UUID orderId, Class<T> type) {
        return all(orderId).reversed().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @TransactionalEventListener
    void on(PaymentAuthorized event) {
        add(event.orderId(), event);
    }

    @TransactionalEventListener
    void on(PaymentCaptured event) {
        add(event.orderId(), event);
    }

    @TransactionalEventListener
    void on(PaymentDeclined event) {
        add(event.orderId(), event);
    }

    @TransactionalEventListener
    void on(PaymentVoided event) {
        add(event.orderId(), event);
    }

    @TransactionalEventListener
    void on(PaymentRefunded event) {
        add(event.orderId(), event);
    }

    @TransactionalEventListener
    void on(RefundFailed event) {
        add(event.orderId(), event);
    }

    private void add(UUID orderId, Record event) {
        byOrder.computeIfAbsent(orderId, id -> new CopyOnWriteArrayList<>()).add(event);
    }
}
