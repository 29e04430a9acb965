package dev.banyan.payments.internal;

import dev.banyan.payments.spi.PaymentProvider;
import dev.banyan.payments.spi.ProviderAuthorization;
import dev.banyan.payments.spi.ProviderCommand;
import dev.banyan.payments.spi.ProviderNotification;
import dev.banyan.payments.spi.ProviderOutcome;
import dev.banyan.payments.spi.ProviderUnavailableException;
import dev.banyan.payments.spi.WebhookRequest;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.modulith.events.Externalized;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Stands between the module and the sandbox, and fails where a test wants it to: before a call, after it, and before a commit. */
@Component
class FaultyProvider implements BeanPostProcessor {
    private final AtomicReference<Faults> faults = new AtomicReference<>(Faults.NONE);

    /** Fails at random, with the same sequence for the same seed and order of calls. */
    void fail(double probability, long seed) {
        faults.set(new Faults(probability, new Random(seed), false, false, null));
    }

    /** Fails every call until healed. */
    void down() {
        faults.set(new Faults(0, new Random(0), true, false, null));
    }

    /** Carries every command out, but nobody learns of it until healed. */
    void loseAnswers() {
        faults.set(new Faults(0, new Random(0), false, true, null));
    }

    /** Answers every command other than a release with this. */
    void answer(ProviderOutcome outcome) {
        faults.set(new Faults(0, new Random(0), false, false, outcome));
    }

    void heal() {
        faults.set(Faults.NONE);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof PaymentProvider provider ? new Faulty(provider) : bean;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void beforeCommit(Record event) {
        if (event.getClass().isAnnotationPresent(Externalized.class) && !(event instanceof ProviderStepDue)) {
            faults.get().strike("before the commit");
        }
    }

    /** What fails at present. */
    private record Faults(double probability, Random random, boolean down, boolean mute, ProviderOutcome fixed) {
        static final Faults NONE = new Faults(0, new Random(0), false, false, null);

        void strike(String where) {
            boolean struck;
            synchronized (random) {
                struck = random.nextDouble() < probability;
            }
            if (struck) {
                throw new ProviderUnavailableException("Planned failure " + where);
            }
        }
    }

    /** The provider with its faults. */
    private final class Faulty implements PaymentProvider {
        private final PaymentProvider provider;

        Faulty(PaymentProvider provider) {
            this.provider = provider;
        }

        @Override
        public String name() {
            return provider.name();
        }

        @Override
        public ProviderOutcome authorize(ProviderAuthorization authorization) {
            return call(() -> provider.authorize(authorization));
        }

        @Override
        public ProviderOutcome capture(ProviderCommand command) {
            return call(() -> provider.capture(command));
        }

        @Override
        public ProviderOutcome release(ProviderCommand command) {
            if (faults.get().fixed() != null) {
                return provider.release(command);
            }
            return call(() -> provider.release(command));
        }

        @Override
        public ProviderOutcome refund(ProviderCommand command) {
            return call(() -> provider.refund(command));
        }

        @Override
        public Optional<ProviderOutcome> outcome(String key) {
            var fixed = faults.get().fixed();
            return fixed == null ? call(() -> provider.outcome(key)) : Optional.of(fixed);
        }

        @Override
        public Optional<ProviderNotification> read(WebhookRequest request) {
            return provider.read(request);
        }

        private <T> T call(Supplier<T> command) {
            var now = faults.get();
            if (now.down()) {
                throw new ProviderUnavailableException("Planned outage");
            }
            if (now.fixed() != null) {
                @SuppressWarnings("unchecked")
                var fixed = (T) now.fixed();
                return fixed;
            }
            now.strike("before the call");
            var outcome = command.get();
            now.strike("after the call");
            if (now.mute()) {
                throw new ProviderUnavailableException("Planned silence");
            }
            return outcome;
        }
    }
}
