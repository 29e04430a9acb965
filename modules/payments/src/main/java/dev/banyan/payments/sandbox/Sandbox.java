package dev.banyan.payments.sandbox;

import dev.banyan.payments.sandbox.Entry.State;
import dev.banyan.payments.spi.ProviderAuthorization;
import dev.banyan.payments.spi.ProviderCommand;
import dev.banyan.payments.spi.ProviderOutcome;
import dev.banyan.payments.spi.ProviderOutcome.Approved;
import dev.banyan.payments.spi.ProviderOutcome.Declined;
import dev.banyan.payments.spi.ProviderOutcome.Pending;
import dev.banyan.payments.spi.ProviderUnavailableException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The sandbox itself: decides by the card's token, enters it in the ledger, then answers; or keeps silent. */
final class Sandbox implements SandboxApi {
    private static final Duration SLOW = Duration.ofSeconds(3);

    private final Ledger ledger;
    private final WebhookQueue webhooks;
    private final WebhookSender sender;
    private final Optional<Duration> webhookDelay;

    private Sandbox(Ledger ledger, WebhookQueue webhooks, WebhookSender sender, Optional<Duration> webhookDelay) {
        this.ledger = ledger;
        this.webhooks = webhooks;
        this.sender = sender;
        this.webhookDelay = webhookDelay;
    }

    /** Works on the ledger in {@code dataSource}, and starts to send the webhooks that wait there. */
    static Sandbox open(
            DataSource dataSource, WebhookTarget target, Signature signature, Optional<Duration> webhookDelay) {
        var queue = new WebhookQueue(dataSource);
        return new Sandbox(new Ledger(dataSource), queue, WebhookSender.start(queue, target, signature), webhookDelay);
    }

    /**
     * Decides by the card's token.
     *
     * @throws SilenceException when the caller gets no answer, whether the ledger has an outcome or not
     */
    @Override
    public ProviderOutcome authorize(ProviderAuthorization authorization, @Nullable String webhookUrl) {
        var behaviour = Behaviour.of(authorization.token());
        var entry = switch (behaviour) {
            case APPROVE, LOST -> ledger.enter(authorization, State.APPROVED, null);
            case DECLINE -> ledger.enter(authorization, State.DECLINED, "card-declined");
            case SLOW -> slowly(authorization);
            case WEBHOOK -> pending(authorization, webhookUrl);
            case FLAKY -> flaky(authorization);
            case TIMEOUT -> ledger.enter(authorization, State.UNDECIDED, null);
        };
        return answer(behaviour, entry);
    }

    @Override
    public ProviderOutcome execute(Operation operation, ProviderCommand command) {
        return ledger.execute(operation, command);
    }

    @Override
    public Optional<ProviderOutcome> outcome(String key) {
        var entry = ledger.find(key);
        return entry.isPresent() ? entry.flatMap(Sandbox::decided) : ledger.operation(key);
    }

    @Override
    public void close() {
        sender.close();
    }

    private ProviderOutcome answer(Behaviour behaviour, Entry entry) {
        if (behaviour == Behaviour.LOST && entry.state() == State.APPROVED) {
            throw new SilenceException();
        }
        return decided(entry).orElseThrow(() -> switch (behaviour) {
            case FLAKY -> new ProviderUnavailableException("The sandbox is flaky");
            default -> new SilenceException();
        });
    }

    private static Optional<ProviderOutcome> decided(Entry entry) {
        return switch (entry.state()) {
            case UNDECIDED -> Optional.empty();
            case PENDING -> Optional.of(new Pending(entry.reference()));
            case APPROVED -> Optional.of(new Approved(entry.reference()));
            case DECLINED -> Optional.of(new Declined(Objects.requireNonNull(entry.code())));
            case VOIDED -> Optional.of(new Declined("voided"));
        };
    }

    private Entry slowly(ProviderAuthorization authorization) {
        if (ledger.find(authorization.key()).isEmpty()) {
            try {
                Thread.sleep(SLOW);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new ProviderUnavailableException("The sandbox is stopping", stopping);
            }
        }
        return ledger.enter(authorization, State.APPROVED, null);
    }

    private Entry flaky(ProviderAuthorization authorization) {
        ledger.enter(authorization, State.UNDECIDED, null);
        return ledger.approveThird(authorization.key());
    }

    private Entry pending(ProviderAuthorization authorization, @Nullable String webhookUrl) {
        var entered = ledger.together(() -> {
            var entry = ledger.enter(authorization, State.PENDING, null);
            webhookDelay.ifPresent(delay -> webhooks.add(entry, webhookUrl, delay));
            return entry;
        });
        sender.wake();
        return entered;
    }
}
