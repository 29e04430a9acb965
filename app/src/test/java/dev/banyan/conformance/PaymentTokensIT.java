package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Buyer;
import dev.banyan.client.Http;
import dev.banyan.client.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of the sandbox's cards, from the cart to the end. */
@Execution(ExecutionMode.CONCURRENT)
class PaymentTokensIT {
    private final Http shop = Target.shop();
    private final Staff staff = Target.staff();

    @ParameterizedTest
    @ValueSource(strings = {"tok_approve", "tok_slow", "tok_flaky", "tok_webhook"})
    void anApprovedCardConfirmsTheOrderAndTellsTheBuyer(String token) {
        var sku = staff.product(3);
        var placed = Buyer.of(shop, sku, 1).order(token).expect(201);

        var order = Buyer.settled(shop, placed);

        assertThat(order.text("/status")).isEqualTo("CONFIRMED");
        assertThat(order.text("/paymentStatus")).isEqualTo("CAPTURED");
        await().untilAsserted(
                        () -> assertThat(staff.messages(placed.text("/id")).text("/items/0/kind"))
                                .isEqualTo("order-confirmed"));
    }

    @Test
    void anAnswerThatNeverArrivesIsAskedFor() {
        var placed = Buyer.of(shop, staff.product(3), 1).order("tok_lost").expect(201);
        assertThat(Buyer.settled(shop, placed).text("/status")).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_decline", "tok_unheard_of"})
    void aDeclinedCardCancelsTheOrderAndFreesStockAndCart(String token) {
        var sku = staff.product(3);
        var buyer = Buyer.of(shop, sku, 2);
        var placed = buyer.order(token).expect(201);

        var order = Buyer.settled(shop, placed);

        assertThat(order.text("/status")).isEqualTo("CANCELLED");
        assertThat(order.text("/cancelReason")).isEqualTo("payment-declined");
        assertThat(order.text("/paymentStatus")).isEqualTo("DECLINED");
        assertThat(staff.stock(sku).at("/available").longValue()).isEqualTo(3);
        var second = buyer.order("tok_approve").expect(201);
        assertThat(Buyer.settled(shop, second).text("/status")).isEqualTo("CONFIRMED");
    }
}
