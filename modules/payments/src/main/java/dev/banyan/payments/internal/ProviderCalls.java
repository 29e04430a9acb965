package dev.banyan.payments.internal;

import dev.banyan.payments.internal.ProviderAnswer.Decided;
import dev.banyan.payments.internal.ProviderAnswer.Unknown;
import dev.banyan.payments.spi.PaymentProvider;
import dev.banyan.payments.spi.ProviderOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a step at the provider, without a transaction. Repeats are harmless: each step has its key. */
@Component
class ProviderCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderCalls.class);

    private final Providers providers;
    private final Bulkhead bulkhead;
    private final Tokens tokens;
    private final PaymentsProperties properties;

    ProviderCalls(Providers providers, Bulkhead bulkhead, Tokens tokens, PaymentsProperties properties) {
        this.providers = providers;
        this.bulkhead = bulkhead;
        this.tokens = tokens;
        this.properties = properties;
    }

    /**
     * The answer, if it comes soon. Otherwise empty, so that a slow provider keeps no listener from other payments' events, and
     * {@code late} gets the answer from another thread, unless the process dies.
     */
    Optional<ProviderAnswer> perform(ProviderTask task, Consumer<ProviderAnswer> late) {
        var call = new PatientCall<>(late);
        bulkhead.execute(() -> complete(call, task));
        try {
            return call.await(properties.patience());
        } catch (InterruptedException stopping) {
            throw stopped(stopping);
        }
    }

    private void complete(PatientCall<ProviderAnswer> call, ProviderTask task) {
        try {
            call.complete(answer(task));
        } catch (RuntimeException failure) {
            LOG.info(
                    "What came of {} of payment {} is asked for later: {}",
                    task.step(),
                    task.payment().id(),
                    failure.toString());
        }
    }

    private ProviderAnswer answer(ProviderTask task) {
        try {
            return bulkhead.call(limit(task), () -> askOrPerform(task));
        } catch (TimeoutException late) {
            return new Unknown("timeout");
        } catch (Bulkhead.BusyException busy) {
            return new Unknown("busy");
        } catch (ExecutionException failure) {
            LOG.warn(
                    "{} of payment {} failed: {}",
                    task.step(),
                    task.payment().id(),
                    String.valueOf(failure.getCause()));
            return new Unknown("failed");
        } catch (InterruptedException stopping) {
            throw stopped(stopping);
        }
    }

    private static IllegalStateException stopped(InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Stopped while calling a payment provider", stopping);
    }

    private ProviderAnswer askOrPerform(ProviderTask task) {
        var provider = providers.get(task.payment().provider());
        if (task.triedBefore()) {
            var known = provider.outcome(task.key());
            if (known.isPresent()) {
                return new Decided(known.get());
            }
        }
        return new Decided(perform(provider, task));
    }

    private ProviderOutcome perform(PaymentProvider provider, ProviderTask task) {
        return switch (task.step()) {
            case AUTHORIZE -> provider.authorize(task.authorization(token(task)));
            case CAPTURE -> provider.capture(task.command());
            case RELEASE -> provider.release(task.command());
            case REFUND, REFUND_REST -> provider.refund(task.command());
            case NOTHING, GIVE_UP -> throw new IllegalArgumentException("Nothing to ask the provider for");
        };
    }

    private String token(ProviderTask task) {
        var token = task.token();
        if (token == null) {
            throw new IllegalStateException(
                    "Payment %s has no token".formatted(task.payment().id()));
        }
        return tokens.open(task.payment().id(), token.bytes());
    }

    /** Less than usual when the authorization's deadline is near. */
    private Duration limit(ProviderTask task) {
        var deadline = task.standing().deadline();
        if (task.step() != NextStep.AUTHORIZE || deadline == null) {
            return properties.callTimeout();
        }
        Instant end = task.begunAt().plus(properties.callTimeout());
        return Duration.between(task.begunAt(), deadline.isBefore(end) ? deadline : end);
    }
}
