package dev.banyan.payments.sandbox;

import static dev.banyan.payments.spi.ProviderOutcome.ALREADY_CAPTURED;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.payments.sandbox.Entry.State;
import dev.banyan.payments.sandbox.SandboxApi.Operation;
import dev.banyan.payments.spi.ProviderAuthorization;
import dev.banyan.payments.spi.ProviderCommand;
import dev.banyan.payments.spi.ProviderOutcome;
import dev.banyan.payments.spi.ProviderOutcome.Approved;
import dev.banyan.payments.spi.ProviderOutcome.Declined;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sandbox's books. Each method has committed when it returns. */
final class Ledger {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Ledger(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Enters an authorization as {@code state}, or finds the one with that key; another try at an undecided one is counted. */
    Entry enter(ProviderAuthorization asked, State state, @Nullable String code) {
        return jdbc.sql("""
                        INSERT INTO sandbox.authorizations AS a (key, reference, amount, currency, state, code)
                        VALUES (:key, :reference, :amount, :currency, :state, :code)
                            ON CONFLICT (key) DO UPDATE SET tries = a.tries + 1
                        RETURNING a.*
                        """)
                .param("key", asked.key())
                .param("reference", newReference("pay_"))
                .param("amount", asked.amount().amount())
                .param("currency", asked.amount().currency())
                .param("state", state.name())
                .param("code", code)
                .query((row, n) -> Entry.of(row))
                .single();
    }

    /** Makes several changes together. */
    <T> T together(Supplier<T> changes) {
        return Objects.requireNonNull(transaction.execute(status -> changes.get()));
    }

    /** Approves an undecided authorization from its third try on. */
    Entry approveThird(String key) {
        jdbc.sql("""
                        UPDATE sandbox.authorizations SET state = 'APPROVED'
                         WHERE key = :key AND state = 'UNDECIDED' AND tries >= 3
                        """).param("key", key).update();
        return find(key).orElseThrow();
    }

    Optional<Entry> find(String key) {
        return jdbc.sql("SELECT * FROM sandbox.authorizations WHERE key = :key")
                .param("key", key)
                .query((row, n) -> Entry.of(row))
                .optional();
    }

    /** What was decided about the operation with this key. */
    Optional<ProviderOutcome> operation(String key) {
        return jdbc.sql("SELECT reference, code FROM sandbox.operations WHERE key = :key")
                .param("key", key)
                .query((row, n) -> outcome(row.getString("reference"), row.getString("code")))
                .optional();
    }

    /** Carries out an operation, once per key. */
    ProviderOutcome execute(Operation operation, ProviderCommand command) {
        return together(() -> {
            if (operation == Operation.RELEASE) {
                enterVoided(command);
            }
            var entry = lock(command.authorizationKey());
            if (entry.isEmpty()) {
                return new Declined("unknown-payment");
            }
            return operation(command.key()).orElseGet(() -> decide(operation, command, entry.get()));
        });
    }

    private ProviderOutcome decide(Operation operation, ProviderCommand command, Entry entry) {
        var refusal = refusal(operation, command.amount(), entry);
        var outcome = refusal == null ? new Approved(reference(operation, entry)) : new Declined(refusal);
        if (refusal == null) {
            change(operation, command, entry);
        }
        jdbc.sql("""
                        INSERT INTO sandbox.operations (key, authorization_key, operation, amount, reference, code)
                        VALUES (:key, :authorizationKey, :operation, :amount, :reference, :code)
                        """)
                .param("key", command.key())
                .param("authorizationKey", entry.key())
                .param("operation", operation.name())
                .param("amount", command.amount().amount())
                .param("reference", outcome instanceof Approved approved ? approved.reference() : null)
                .param("code", refusal)
                .update();
        return outcome;
    }

    /** A pending one may be captured: whoever sends webhooks in the sandbox's place has said that it is approved. */
    private static @Nullable String refusal(Operation operation, Money amount, Entry entry) {
        if (!entry.currency().equals(amount.currency())) {
            return "currency-differs";
        }
        boolean held = entry.state() == State.APPROVED || entry.state() == State.PENDING;
        boolean captured = entry.captured() > 0;
        return switch (operation) {
            case CAPTURE ->
                captured
                        ? ALREADY_CAPTURED
                        : !held ? "not-authorized" : amount.amount() > entry.amount() ? "amount-differs" : null;
            case RELEASE -> captured ? ALREADY_CAPTURED : null;
            case REFUND -> amount.amount() > entry.captured() - entry.refunded() ? "refund-exceeds-captured" : null;
        };
    }

    private void change(Operation operation, ProviderCommand command, Entry entry) {
        var set = switch (operation) {
            case CAPTURE -> "state = 'APPROVED', captured = :amount";
            case RELEASE -> "state = CASE WHEN state = 'DECLINED' THEN state ELSE 'VOIDED' END";
            case REFUND -> "refunded = refunded + :amount";
        };
        jdbc.sql("UPDATE sandbox.authorizations SET " + set + " WHERE key = :key")
                .param("amount", command.amount().amount())
                .param("key", entry.key())
                .update();
    }

    /** What was released before it was asked for will never be held. */
    private void enterVoided(ProviderCommand command) {
        jdbc.sql("""
                        INSERT INTO sandbox.authorizations (key, reference, amount, currency, state)
                        VALUES (:key, :reference, :amount, :currency, 'VOIDED') ON CONFLICT (key) DO NOTHING
                        """)
                .param("key", command.authorizationKey())
                .param("reference", newReference("pay_"))
                .param("amount", command.amount().amount())
                .param("currency", command.amount().currency())
                .update();
    }

    private Optional<Entry> lock(String key) {
        return jdbc.sql("SELECT * FROM sandbox.authorizations WHERE key = :key FOR UPDATE")
                .param("key", key)
                .query((row, n) -> Entry.of(row))
                .optional();
    }

    private static ProviderOutcome outcome(@Nullable String reference, @Nullable String code) {
        return reference != null ? new Approved(reference) : new Declined(Objects.requireNonNull(code));
    }

    private static String reference(Operation operation, Entry entry) {
        return operation == Operation.REFUND ? newReference("ref_") : entry.reference();
    }

    private static String newReference(String prefix) {
        return prefix + Ids.next().toString().replace("-", "");
    }
}
