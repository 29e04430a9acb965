package dev.banyan.payments.sandbox;

import dev.banyan.payments.spi.ProviderAuthorization;
import dev.banyan.payments.spi.ProviderCommand;
import dev.banyan.payments.spi.ProviderOutcome;
import dev.banyan.payments.spi.ProviderUnavailableException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox in this process. It works on threads of its own: a caller who gives up, or whose transaction rolls back, doesn't
 * stop it. Where it keeps silent, the caller waits until interrupted.
 */
final class LocalSandbox implements SandboxApi {
    private static final Duration GRACE = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SandboxApi sandbox;
    private final AutoCloseable connections;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sandbox-", 0).factory());

    LocalSandbox(SandboxApi sandbox, AutoCloseable connections) {
        this.sandbox = sandbox;
        this.connections = connections;
    }

    @Override
    public ProviderOutcome authorize(ProviderAuthorization authorization, @Nullable String webhookUrl) {
        return answer(() -> sandbox.authorize(authorization, webhookUrl));
    }

    @Override
    public ProviderOutcome execute(Operation operation, ProviderCommand command) {
        return answer(() -> sandbox.execute(operation, command));
    }

    @Override
    public Optional<ProviderOutcome> outcome(String key) {
        return answer(() -> sandbox.outcome(key));
    }

    @Override
    public void close() {
        try {
            threads.shutdown();
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
            sandbox.close();
            connections.close();
        } catch (Exception failure) {
            throw new IllegalStateException("The sandbox's connections can't be closed", failure);
        }
    }

    private <T> T answer(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (ExecutionException failure) {
            throw switch (Objects.requireNonNull(failure.getCause())) {
                case SilenceException silence -> silence();
                case ProviderUnavailableException unavailable -> unavailable;
                default -> new ProviderUnavailableException("The sandbox failed: " + failure.getCause(), failure);
            };
        } catch (InterruptedException gaveUp) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailableException("Nobody waits for the sandbox any longer", gaveUp);
        }
    }

    private static ProviderUnavailableException silence() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException gaveUp) {
            Thread.currentThread().interrupt();
        }
        return new ProviderUnavailableException("The sandbox doesn't answer");
    }
}
