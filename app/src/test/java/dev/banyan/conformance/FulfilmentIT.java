package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Answer;
import dev.banyan.runtime.testing.Race;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shipments and refunds. */
@Execution(ExecutionMode.CONCURRENT)
class FulfilmentIT {
    private static final Map<String, Object> REST = Map.of("reason", "scratched");

    @Test
    void aConfirmedOrderIsShippedOnce() {
        var sale = Sale.confirmed();

        var shipment = sale.ship(Map.of("trackingCode", "1Z999")).expect(201);

        assertThat(shipment.json().propertyNames())
                .containsExactlyInAnyOrder("id", "orderId", "trackingCode", "createdAt");
        assertThat(shipment.text("/orderId")).isEqualTo(sale.id());
        assertThat(shipment.text("/trackingCode")).isEqualTo("1Z999");
        var order = sale.read();
        assertThat(order.text("/status")).isEqualTo("SHIPPED");
        assertThat(order.text("/fulfilmentStatus")).isEqualTo("FULFILLED");
        sale.ship("").expectProblem(409, "orders.not-shippable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"trackingCode\":null}"})
    void needsNoTrackingCode(String body) {
        Sale.confirmed().ship(body).expect(201);
    }

    @Test
    void onlyConfirmedOrdersAreShipped() {
        Sale.placed("tok_slow").ship("").expectProblem(409, "orders.not-shippable");
        var declined = Sale.placed("tok_decline");
        declined.settled();
        declined.ship("").expectProblem(409, "orders.not-shippable");
    }

    @Test
    void shippingAndCancellingAtOnceIsOneOfThem() throws Exception {
        var sale = Sale.confirmed();
        List<Callable<Answer>> both =
                List.of(() -> sale.ship(""), () -> sale.http().post(sale.path() + "/cancel", ""));
        var answers = Race.all(both);
        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(409);
        assertThat(sale.read().text("/status")).isEqualTo(answers.getFirst().status() == 201 ? "SHIPPED" : "CANCELLED");
    }

    @Test
    void moneyIsGivenBackInParts() {
        var sale = Sale.confirmed();

        var refund = sale.refund(Map.of("amount", Sale.eur(500), "reason", "scratched"))
                .expect(201);

        assertThat(refund.json().propertyNames())
                .containsExactlyInAnyOrder("id", "status", "amount", "reason", "createdAt");
        assertThat(refund.text("/status")).isIn("PENDING", "SUCCEEDED");
        assertThat(refund.at("/amount")).isEqualTo(Edit.tree(Sale.eur(500)));
        assertThat(refund.text("/reason")).isEqualTo("scratched");
        awaitPayment(sale, "PARTIALLY_REFUNDED");
        sale.refund(Map.of("amount", Sale.eur(1501), "reason", "more"))
                .expectProblem(409, "orders.refund-exceeds-captured");
        assertThat(sale.refund(REST).expect(201).at("/amount")).isEqualTo(Edit.tree(Sale.eur(1500)));
        awaitPayment(sale, "REFUNDED");
        assertThat(sale.refund(REST).status()).isEqualTo(409);
        var order = sale.read();
        assertThat(order.text("/status")).isEqualTo("CONFIRMED");
        assertThat(Target.staff().stock(sale.sku()).at("/reserved").longValue()).isEqualTo(Sale.QUANTITY);
        assertThat(sale.payment().at("/items/0/refunded/amount").longValue()).isEqualTo(Sale.TOTAL);
    }

    @Test
    void pendingRefundsCount() {
        var sale = Sale.confirmed();
        sale.refund(Map.of("amount", Sale.eur(1500), "reason", "a")).expect(201);
        sale.refund(Map.of("amount", Sale.eur(501), "reason", "b"))
                .expectProblem(409, "orders.refund-exceeds-captured");
    }

    @Test
    void aShippedOrderMayBeRefunded() {
        var sale = Sale.shipped();
        sale.refund(REST).expect(201);
        awaitPayment(sale, "REFUNDED");
        assertThat(sale.read().text("/status")).isEqualTo("SHIPPED");
    }

    @Test
    void whatWasNeverCapturedIsNotRefunded() {
        Sale.placed("tok_slow").refund(REST).expectProblem(409, "orders.not-refundable");
        var declined = Sale.placed("tok_decline");
        declined.settled();
        declined.refund(REST).expectProblem(409, "orders.not-refundable");
    }

    @Test
    void amountsAreMoneyOfTheOrder() {
        var sale = Sale.confirmed();
        for (var amount : List.of(Product.usd(1), Sale.eur(0), Sale.eur(-1), Sale.eur(1_000_000_000_001L))) {
            sale.refund(Map.of("amount", amount, "reason", "x")).expectProblem(400, "validation.failed");
        }
        assertThat(sale.read().text("/paymentStatus")).isEqualTo("CAPTURED");
    }

    private static void awaitPayment(Sale sale, String status) {
        await().untilAsserted(
                        () -> assertThat(sale.read().text("/paymentStatus")).isEqualTo(status));
    }
}
