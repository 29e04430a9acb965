package dev.banyan.runtime.transport;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Breaks off between the commit of what was taken in and its acknowledgement, as often as a test wants. */
final class LostAcknowledgements implements BeanPostProcessor {
    private static final AtomicInteger LEFT = new AtomicInteger();

    static void next(int times) {
        LEFT.set(times);
    }

    static int left() {
        return LEFT.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof EventBroker broker ? new Forgetful(broker) : bean;
    }

    private record Forgetful(EventBroker broker) implements EventBroker {
        @Override
        public Receiving receive(String publisher, String module, Consumer<List<CloudEvent>> intake) {
            return broker.receive(publisher, module, messages -> {
                intake.accept(messages);
                if (LEFT.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new IllegalStateException("planned: no acknowledgement");
                }
            });
        }

        @Override
        public boolean keepsOrder() {
            return broker.keepsOrder();
        }

        @Override
        public CompletableFuture<?> send(CloudEvent event) {
            return broker.send(event);
        }

        @Override
        public void reset(String publisher) {
            broker.reset(publisher);
        }

        @Override
        public void close() {
            broker.close();
        }
    }
}
