package dev.banyan.payments.sandbox;

import static dev.banyan.payments.spi.ProviderOutcome.ALREADY_CAPTURED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.payments.sandbox.SandboxApi.Operation;
import dev.banyan.payments.spi.ProviderAuthorization;
import dev.banyan.payments.spi.ProviderCommand;
import dev.banyan.payments.spi.ProviderOutcome;
import dev.banyan.payments.spi.ProviderOutcome.Approved;
import dev.banyan.payments.spi.ProviderOutcome.Declined;
import dev.banyan.payments.spi.ProviderOutcome.Pending;
import dev.banyan.payments.spi.ProviderUnavailableException;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox promises, wherever it runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxContract {
    static final String SECRET = "contract-secret";
    private static final Money AMOUNT = new Money(1000, "EUR");

    private final WebhookReceiver webhooks = new WebhookReceiver(SECRET);
    private final String key = Ids.next() + ":authorize";
    private SandboxApi sandbox;

    /** A sandbox on a database that stays, which sends webhooks after {@code delay}. */
    abstract SandboxApi open(String delay) throws Exception;

    @BeforeAll
    void start() throws Exception {
        sandbox = open("50ms");
    }

    @AfterAll
    void stop() {
        sandbox.close();
        webhooks.close();
    }

    @Test
    void approvesOncePerKey() {
        var first = authorize("k1" + key, "tok_approve");

        assertThat(first).isInstanceOf(Approved.class);
        assertThat(authorize("k1" + key, "tok_approve")).isEqualTo(first);
        assertThat(sandbox.outcome("k1" + key)).contains(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_decline", "tok_", "4242424242424242"})
    void declinesEveryOtherToken(String token) {
        var declined = new Declined("card-declined");

        assertThat(authorize(token + key, token)).isEqualTo(declined);
        assertThat(sandbox.outcome(token + key)).contains(declined);
    }

    @Test
    void knowsNothingOfWhatNeverArrived() {
        assertThat(sandbox.outcome("never" + key)).isEmpty();
        assertThat(execute(Operation.CAPTURE, "never" + key, 1000)).isEqualTo(new Declined("unknown-payment"));
    }

    @Test
    void failsTwiceThenApproves() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> authorize("flaky" + key, "tok_flaky"))
                    .isInstanceOf(ProviderUnavailableException.class);
            assertThat(sandbox.outcome("flaky" + key)).isEmpty();
        }
        assertThat(authorize("flaky" + key, "tok_flaky")).isInstanceOf(Approved.class);
        assertThat(authorize("flaky" + key, "tok_flaky")).isInstanceOf(Approved.class);
    }

    @Test
    void approvesSlowlyAlsoWithoutTheCaller() {
        var patient = CompletableFuture.supplyAsync(() -> authorize("patient" + key, "tok_slow"));
        var begun = System.nanoTime();
        gaveUpOn("slow" + key, "tok_slow");

        await().until(() -> sandbox.outcome("slow" + key).isPresent());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(sandbox.outcome("slow" + key)).get().isInstanceOf(Approved.class);
        assertThat(patient.join()).isInstanceOf(Approved.class);
    }

    @Test
    void losesItsAnswerButNotTheOutcome() {
        gaveUpOn("lost" + key, "tok_lost");

        await().until(() -> sandbox.outcome("lost" + key).isPresent());
        assertThat(sandbox.outcome("lost" + key)).get().isInstanceOf(Approved.class);
        assertThat(execute(Operation.CAPTURE, "lost" + key, 1000)).isInstanceOf(Approved.class);
    }

    @Test
    void neverDecidesUntilItIsReleased() {
        gaveUpOn("timeout" + key, "tok_timeout");

        assertThat(sandbox.outcome("timeout" + key)).isEmpty();
        assertThat(execute(Operation.RELEASE, "timeout" + key, 1000)).isInstanceOf(Approved.class);
        assertThat(sandbox.outcome("timeout" + key)).contains(new Declined("voided"));
    }

    @Test
    void tellsByWebhookUntilItIsTaken() {
        webhooks.refuse(1);
        var pending = (Pending) authorize("webhook" + key, "tok_webhook");

        var first = webhooks.await(pending.reference());
        assertThat(first).contains("\"payment.authorized\"").contains("1000");
        assertThat(webhooks.await(pending.reference())).isEqualTo(first).contains("\"evt_");
        assertThat(sandbox.outcome("webhook" + key)).contains(new Approved(pending.reference()));
    }

    @Test
    void sendsNoWebhookAboutWhatWasReleased() throws Exception {
        try (var patient = open("1s")) {
            var pending = (Pending) patient.authorize(authorization("gone" + key, "tok_webhook"), webhooks.url());
            patient.execute(Operation.RELEASE, command("gone" + key + ":void", "gone" + key, 1000));
            var next = (Pending) patient.authorize(authorization("next" + key, "tok_webhook"), webhooks.url());

            assertThat(webhooks.await(next.reference())).isNotEmpty();
            assertThat(webhooks.seen(pending.reference())).isFalse();
        }
    }

    @Test
    void leavesTheWebhookToOthersWhenThatIsOff() throws Exception {
        try (var silent = open("off")) {
            assertThat(silent.authorize(authorization("off" + key, "tok_webhook"), webhooks.url()))
                    .isInstanceOf(Pending.class);
            assertThat(silent.execute(Operation.CAPTURE, command("off" + key + ":capture", "off" + key, 1000)))
                    .isInstanceOf(Approved.class);
        }
    }

    @Test
    void remembersItsWebhooksAcrossARestart() throws Exception {
        ProviderOutcome pending;
        try (var before = open("1s")) {
            pending = before.authorize(authorization("restart" + key, "tok_webhook"), webhooks.url());
        }

        try (var after = open("1s")) {
            assertThat(webhooks.await(((Pending) pending).reference())).isNotEmpty();
            assertThat(after.outcome("restart" + key)).get().isInstanceOf(Approved.class);
        }
    }

    @Test
    void capturesAndGivesBackAtMostThat() {
        authorize("money" + key, "tok_approve");

        assertThat(execute(Operation.REFUND, "money" + key, 1)).isEqualTo(new Declined("refund-exceeds-captured"));
        assertThat(execute(Operation.CAPTURE, "money" + key, 1001)).isEqualTo(new Declined("amount-differs"));
        assertThat(sandbox.execute(Operation.CAPTURE, command("money:c" + key, "money" + key, 1000)))
                .isInstanceOf(Approved.class);
        assertThat(sandbox.execute(Operation.CAPTURE, command("money:c" + key, "money" + key, 1000)))
                .isInstanceOf(Approved.class);
        assertThat(sandbox.execute(Operation.CAPTURE, command("money:d" + key, "money" + key, 1000)))
                .isEqualTo(new Declined(ALREADY_CAPTURED));
        var refund = sandbox.execute(Operation.REFUND, command("money:r1" + key, "money" + key, 600));
        assertThat(sandbox.execute(Operation.REFUND, command("money:r1" + key, "money" + key, 600)))
                .isEqualTo(refund);
        assertThat(sandbox.outcome("money:r1" + key)).contains(refund);
        assertThat(sandbox.execute(Operation.REFUND, command("money:r2" + key, "money" + key, 401)))
                .isEqualTo(new Declined("refund-exceeds-captured"));
        assertThat(sandbox.execute(Operation.REFUND, command("money:r3" + key, "money" + key, 400)))
                .isInstanceOf(Approved.class);
    }

    @Test
    void capturesNothingThatWasReleased() {
        authorize("void" + key, "tok_approve");

        assertThat(execute(Operation.RELEASE, "void" + key, 1000)).isInstanceOf(Approved.class);
        assertThat(execute(Operation.CAPTURE, "void" + key, 1000)).isEqualTo(new Declined("not-authorized"));
    }

    @Test
    void releasesNothingThatWasCaptured() {
        authorize("taken" + key, "tok_approve");
        execute(Operation.CAPTURE, "taken" + key, 1000);

        assertThat(execute(Operation.RELEASE, "taken" + key, 1000)).isEqualTo(new Declined(ALREADY_CAPTURED));
    }

    @Test
    void neverHoldsWhatWasReleasedBefore() {
        assertThat(execute(Operation.RELEASE, "early" + key, 1000)).isInstanceOf(Approved.class);
        assertThat(authorize("early" + key, "tok_approve")).isEqualTo(new Declined("voided"));
    }

    @Test
    void eitherCapturesOrReleasesWhenBothComeAtOnce() {
        for (int i = 0; i < 10; i++) {
            var raced = i + "race" + key;
            authorize(raced, "tok_approve");
            var capture = CompletableFuture.supplyAsync(() -> execute(Operation.CAPTURE, raced, 1000));
            var release = CompletableFuture.supplyAsync(() -> execute(Operation.RELEASE, raced, 1000));

            assertThat(capture.join() instanceof Approved).isNotEqualTo(release.join() instanceof Approved);
        }
    }

    @Test
    void givesBackOnceWhenAskedManyTimesAtOnce() {
        authorize("many" + key, "tok_approve");
        execute(Operation.CAPTURE, "many" + key, 1000);

        var outcomes = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> sandbox.execute(Operation.REFUND, command("many:r" + key, "many" + key, 1000))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(outcomes).hasOnlyElementsOfType(Approved.class).containsOnly(outcomes.getFirst());
    }

    /** Asks and, once another question was asked later and answered, waits no longer. */
    private void gaveUpOn(String asked, String token) {
        var caller = Thread.startVirtualThread(() -> authorizeQuietly(asked, token));
        await().until(() -> Set.of(State.WAITING, State.TIMED_WAITING).contains(caller.getState()));
        authorize("later" + asked, "tok_approve");
        try {
            caller.interrupt();
            assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private void authorizeQuietly(String asked, String token) {
        try {
            authorize(asked, token);
        } catch (ProviderUnavailableException expected) {
            assertThat(expected).isNotNull();
        }
    }

    private ProviderOutcome authorize(String asked, String token) {
        return sandbox.authorize(authorization(asked, token), webhooks.url());
    }

    private ProviderOutcome execute(Operation operation, String authorizationKey, long amount) {
        return sandbox.execute(
                operation, command(authorizationKey + ":" + operation + amount, authorizationKey, amount));
    }

    private static ProviderAuthorization authorization(String key, String token) {
        return new ProviderAuthorization(key, AMOUNT, "card", token);
    }

    private static ProviderCommand command(String key, String authorizationKey, long amount) {
        return new ProviderCommand(key, authorizationKey, null, new Money(amount, "EUR"));
    }
}
