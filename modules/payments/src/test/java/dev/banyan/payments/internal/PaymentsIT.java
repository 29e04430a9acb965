package dev.banyan.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.payments.AuthorizePayment;
import dev.banyan.payments.PaymentCommand;
import dev.banyan.payments.PaymentsApi;
import dev.banyan.payments.RefundPayment;
import dev.banyan.runtime.data.DatabaseOwner;
import dev.banyan.runtime.web.PageRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** The module with everything real; deadlines are short. One context for all tests. */
@ApplicationModuleTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@TestPropertySource(
        properties = {
            "banyan.payments.call-timeout=1s",
            "banyan.payments.patience=100ms",
            "banyan.payments.authorization-deadline=5s",
            "banyan.payments.pending-deadline=5s",
            "banyan.payments.first-pause=50ms",
            "banyan.payments.longest-pause=400ms",
            "banyan.payments.webhook-wait=3s",
            "banyan.payments.sandbox.webhook-secret=" + PaymentsIT.SECRET,
            "banyan.payments.sandbox.webhook-delay=100ms"
        })
abstract class PaymentsIT {
    static final String SECRET = "module-test-secret";
    static final Money AMOUNT = new Money(1999, "EUR");

    @Autowired
    PaymentsApi payments;

    @Autowired
    PaymentQueries queries;

    @Autowired
    EventLog events;

    @Autowired
    FaultyProvider faults;

    @Autowired
    private DatabaseOwner owner;

    @AfterEach
    void healFaults() {
        faults.heal();
    }

    UUID authorize(String token) {
        var orderId = Ids.next();
        payments.authorize(new AuthorizePayment(orderId, AMOUNT, "card", token));
        return orderId;
    }

    UUID authorized(String token) {
        var orderId = authorize(token);
        awaitEvents(orderId, "PaymentAuthorized");
        return orderId;
    }

    UUID captured() {
        var orderId = authorized("tok_approve");
        payments.capture(new PaymentCommand(orderId));
        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured");
        return orderId;
    }

    UUID refund(UUID orderId, long amount) {
        var refundId = Ids.next();
        payments.refund(new RefundPayment(refundId, orderId, new Money(amount, "EUR"), "test"));
        return refundId;
    }

    void awaitEvents(UUID orderId, String... names) {
        await().untilAsserted(() -> assertThat(events.names(orderId)).containsExactly(names));
    }

    /** Waits until nothing is left to be done for the order, then compares with the provider's books. */
    void awaitSettled(UUID orderId) {
        await().untilAsserted(() -> assertThat(waiting(orderId)).isZero());
        assertLedgerAgrees(orderId);
    }

    PaymentView view(UUID orderId) {
        return queries.list(orderId, new PageRequest(1, null)).items().getFirst();
    }

    List<String> attempts(UUID orderId) {
        return view(orderId).attempts().stream()
                .map(attempt -> attempt.action() + " " + attempt.outcome())
                .toList();
    }

    /** The provider holds and took exactly what we believe. */
    void assertLedgerAgrees(UUID orderId) {
        var view = view(orderId);
        var ledger = ledger(view.id());
        assertThat(ledger.captured()).as("captured").isEqualTo(view.captured().amount());
        assertThat(ledger.refunded()).as("refunded").isEqualTo(view.refunded().amount());
        boolean held = ledger.state().equals("APPROVED") && ledger.captured() == 0;
        assertThat(held)
                .as("held, while ours is %s", view.status())
                .isEqualTo(view.status().equals("AUTHORIZED"));
    }

    LedgerRow ledger(UUID paymentId) {
        return ledger().sql("SELECT state, captured, refunded FROM sandbox.authorizations WHERE key = :key")
                .param("key", paymentId + ":authorize")
                .query((row, n) ->
                        new LedgerRow(row.getString("state"), row.getLong("captured"), row.getLong("refunded")))
                .optional()
                .orElse(new LedgerRow("ABSENT", 0, 0));
    }

    /** Where the provider's books are. */
    JdbcClient ledger() {
        return owner();
    }

    long waiting(UUID orderId) {
        return owner().sql("SELECT count(*) FROM runtime.publications WHERE key = :key")
                .param("key", orderId.toString())
                .query(Long.class)
                .single();
    }

    boolean keepsToken(UUID orderId) {
        return owner().sql("SELECT token IS NOT NULL FROM payments.payments WHERE order_id = :orderId")
                .param("orderId", orderId)
                .query(Boolean.class)
                .single();
    }

    JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
    }

    /** What the provider's books say. */
    record LedgerRow(String state, long captured, long refunded) {}
}
