package dev.banyan.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.payments.AuthorizePayment;
import dev.banyan.payments.CancelPayment;
import dev.banyan.payments.PaymentCommand;
import dev.banyan.payments.RefundRefusedException;
import dev.banyan.runtime.testing.Race;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of payments when several things are asked at the same moment. */
class PaymentRaceIT extends PaymentsIT {
    @Autowired
    private ProviderSteps steps;

    @Test
    void neverKeepsTheMoneyWhenCancelRacesCapture() {
        var orders =
                IntStream.range(0, 20).mapToObj(i -> authorize("tok_approve")).toList();
        for (var orderId : orders) {
            awaitEvents(orderId, "PaymentAuthorized");
            atOnce(
                    () -> payments.capture(new PaymentCommand(orderId)),
                    () -> payments.cancel(new CancelPayment(orderId, AMOUNT)));
        }
        for (var orderId : orders) {
            await().until(() -> view(orderId).status().matches("VOIDED|REFUNDED"));
            awaitSettled(orderId);
        }
    }

    @Test
    void endsVoidedWhenCancelRacesAuthorize() {
        var orders = IntStream.range(0, 20).mapToObj(i -> Ids.next()).toList();
        for (var orderId : orders) {
            atOnce(
                    () -> payments.authorize(new AuthorizePayment(orderId, AMOUNT, "card", "tok_approve")),
                    () -> payments.cancel(new CancelPayment(orderId, AMOUNT)));
        }
        for (var orderId : orders) {
            await().until(() -> view(orderId).status().equals("VOIDED"));
            awaitSettled(orderId);
            assertThat(events.names(orderId)).endsWith("PaymentVoided").doesNotHaveDuplicates();
        }
    }

    @Test
    void refundsNoMoreThanWasCapturedHoweverManyAskAtOnce() {
        var orderId = captured();
        var asked = IntStream.range(0, 10)
                .mapToObj(i -> (Runnable) () -> refund(orderId, 500))
                .toArray(Runnable[]::new);

        assertThat(atOnce(asked)).hasSize(7).hasOnlyElementsOfType(RefundRefusedException.class);
        awaitSettled(orderId);
        assertThat(view(orderId).refunded()).isEqualTo(new Money(1500, "EUR"));
    }

    @Test
    void takesEachStepOnceHoweverOftenItIsDelivered() {
        var orderId = authorize("tok_approve");
        var again = new ProviderStepDue(Ids.next(), orderId);
        atOnce(() -> steps.on(again), () -> steps.on(again), () -> steps.on(new ProviderRetryDue(orderId)));
        payments.capture(new PaymentCommand(orderId));
        atOnce(() -> steps.on(again), () -> steps.on(again), () -> steps.on(new ProviderRetryDue(orderId)));

        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured");
        awaitSettled(orderId);
    }

    /** Runs all at the same moment and returns what failed. */
    private static List<Object> atOnce(Runnable... actions) {
        return Race.together(Stream.of(actions).map(Executors::callable).toList()).stream()
                .filter(Throwable.class::isInstance)
                .toList();
    }
}
