package dev.banyan.payments.sandbox;

import dev.banyan.payments.sandbox.SandboxApi.Operation;
import dev.banyan.payments.spi.PaymentProvider;
import dev.banyan.payments.spi.ProviderAuthorization;
import dev.banyan.payments.spi.ProviderCommand;
import dev.banyan.payments.spi.ProviderNotification;
import dev.banyan.payments.spi.ProviderOutcome;
import dev.banyan.payments.spi.WebhookRequest;
import java.util.Optional;

/** The sandbox as a payment provider. */
final class SandboxProvider implements PaymentProvider {
    private final SandboxApi sandbox;
    private final WebhookTarget target;
    private final Signature signature;
    private final WebhookReader reader;

    SandboxProvider(SandboxApi sandbox, WebhookTarget target, Signature signature, WebhookReader reader) {
        this.sandbox = sandbox;
        this.target = target;
        this.signature = signature;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public ProviderOutcome authorize(ProviderAuthorization authorization) {
        return sandbox.authorize(authorization, target.url());
    }

    @Override
    public ProviderOutcome capture(ProviderCommand command) {
        return sandbox.execute(Operation.CAPTURE, command);
    }

    @Override
    public ProviderOutcome release(ProviderCommand command) {
        return sandbox.execute(Operation.RELEASE, command);
    }

    @Override
    public ProviderOutcome refund(ProviderCommand command) {
        return sandbox.execute(Operation.REFUND, command);
    }

    @Override
    public Optional<ProviderOutcome> outcome(String key) {
        return sandbox.outcome(key);
    }

    @Override
    public Optional<ProviderNotification> read(WebhookRequest request) {
        var body = request.body();
        signature.verify(request.header(Signature.HEADER), body);
        return reader.read(body);
    }
}
