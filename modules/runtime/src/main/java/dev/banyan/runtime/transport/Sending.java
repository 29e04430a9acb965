package dev.banyan.runtime.transport;

import dev.banyan.runtime.transport.OutgoingEvents.Outgoing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One batch on its way to the broker: sent without waiting for each, but in the order of each key. */
final class Sending {
    private static final Executor NEXT =
            task -> Thread.ofVirtual().name("relay-next").start(task);

    private final EventBroker broker;
    private final CloudEventWriter writer;
    private final Map<Outgoing, CompletableFuture<?>> confirmations = new LinkedHashMap<>();
    private @Nullable Throwable failure;

    Sending(EventBroker broker, CloudEventWriter writer) {
        this.broker = broker;
        this.writer = writer;
    }

    /** Sends what it can; the rest is left out when the broker takes no more. */
    void send(List<Outgoing> events) {
        var lanes = new HashMap<String, CompletableFuture<?>>();
        for (var event : events) {
            try {
                var before = broker.keepsOrder() ? null : lanes.get(event.key());
                var confirmation = before == null
                        ? broker.send(writer.write(event))
                        : before.thenComposeAsync(confirmed -> broker.send(writer.write(event)), NEXT);
                lanes.put(event.key(), confirmation);
                confirmations.put(event, confirmation);
            } catch (RuntimeException away) {
                failure = away;
                return;
            }
        }
    }

    /** Waits until the broker has answered for all, or nobody wants to know any more. False when it took longer than {@code patience}. */
    boolean await(long patience, TimeUnit unit, BooleanSupplier wanted) throws InterruptedException {
        var all = CompletableFuture.allOf(confirmations.values().toArray(CompletableFuture[]::new));
        long deadline = System.nanoTime() + unit.toNanos(patience);
        while (wanted.getAsBoolean()) {
            try {
                all.exceptionally(failed -> null).get(100, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException waiting) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return true;
    }

    /** The positions of those that the broker has. */
    List<Long> confirmed() {
        var positions = new ArrayList<Long>();
        confirmations.forEach((event, confirmation) -> {
            if (confirmation.isDone() && !confirmation.isCompletedExceptionally()) {
                positions.add(event.position());
            }
        });
        return positions;
    }

    /** Why something was not sent; null when everything was. */
    @Nullable
    Throwable failure() {
        if (failure != null) {
            return failure;
        }
        return confirmations.values().stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .findFirst()
                .map(CompletableFuture::exceptionNow)
                .map(thrown ->
                        thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown)
                .orElse(null);
    }
}
