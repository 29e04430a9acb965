package dev.banyan.payments.sandbox;

import dev.banyan.payments.spi.ProviderAuthorization;
import dev.banyan.payments.spi.ProviderCommand;
import dev.banyan.payments.spi.ProviderOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the sandbox can be asked for, wherever it runs. Each command is carried out once per key. */
interface SandboxApi extends AutoCloseable {
    /**
     * Holds an amount.
     *
     * @param webhookUrl where the caller wants to hear of what is decided later
     */
    ProviderOutcome authorize(ProviderAuthorization authorization, @Nullable String webhookUrl);

    ProviderOutcome execute(Operation operation, ProviderCommand command);

    Optional<ProviderOutcome> outcome(String key);

    @Override
    void close();

    /** What can be done with an authorization. */
    enum Operation {
        CAPTURE,
        RELEASE,
        REFUND
    }
}
