package dev.banyan.conformance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Answer;
import dev.banyan.client.Buyer;
import dev.banyan.client.Http;
import dev.banyan.client.Staff;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What many do at the same moment, over HTTP. */
class CheckoutRacesIT {
    private final Http shop = Target.shop();
    private final Staff staff = Target.staff();

    @Test
    void twoHundredBuyersGetFiftyUnits() throws Exception {
        var sku = staff.product(50);
        var buyers =
                IntStream.range(0, 200).mapToObj(n -> Buyer.of(shop, sku, 1)).toList();

        var answers = Race.all(orders(buyers));

        var placed = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(placed).hasSize(50);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .hasSize(150)
                .allSatisfy(answer -> {
                    answer.expectProblem(409, "inventory.out-of-stock");
                    assertThat(answer.text("/skus/0")).isEqualTo(sku);
                });
        for (var order : placed) {
            assertThat(Buyer.settled(shop, order).text("/status")).isEqualTo("CONFIRMED");
        }
        var stock = staff.stock(sku);
        assertThat(stock.at("/onHand").longValue()).isEqualTo(50);
        assertThat(stock.at("/reserved").longValue()).isEqualTo(50);
        assertThat(stock.at("/available").longValue()).isZero();
    }

    @Test
    void oneCartWithOneKeyTwentyTimesIsOneOrder() throws Exception {
        var buyer = Buyer.of(shop, staff.product(100), 1);
        var key = Ids.next().toString();

        var answers = Race.all(20, _ -> buyer.order(key, "tok_approve"));

        var byStatus = answers.stream().collect(groupingBy(Answer::status, counting()));
        assertThat(byStatus.keySet()).isSubsetOf(201, 409);
        answers.stream()
                .filter(answer -> answer.status() == 409)
                .forEach(answer -> answer.expectProblem(409, "idempotency.in-progress"));
        var again = buyer.order(key, "tok_approve").expect(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(answers.stream().filter(answer -> answer.status() == 201).map(answer -> answer.text("/id")))
                .isNotEmpty()
                .containsOnly(again.text("/id"));
        assertThat(again.text("/accessToken")).isNotEmpty();
    }

    @Test
    void oneCartWithTwentyKeysIsOneOrder() throws Exception {
        var sku = staff.product(100);
        var buyer = Buyer.of(shop, sku, 1);

        var answers = Race.all(20, _ -> buyer.order("tok_approve"));

        var placed = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(placed).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(
                        answer -> assertThat(answer.text("/code")).isIn("cart.checkout-in-progress", "cart.completed"));
        Buyer.settled(shop, placed.getFirst());
        assertThat(staff.stock(sku).at("/reserved").longValue()).isEqualTo(1);
        buyer.order("tok_approve").expectProblem(409, "cart.completed");
        assertThat(buyer.order("tok_approve").text("/orderId"))
                .isEqualTo(placed.getFirst().text("/id"));
    }

    @Test
    void theLastUnitInTwoCartsIsSoldOnce() throws Exception {
        var sku = staff.product(1);
        var answers = Race.all(orders(List.of(Buyer.of(shop, sku, 1), Buyer.of(shop, sku, 1))));
        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void cancellingWhileThePaymentIsCapturedEndsWithoutStockOrMoney() throws Exception {
        for (int round = 0; round < 10; round++) {
            var sku = staff.product(5);
            var placed = Buyer.of(shop, sku, 2).order("tok_approve").expect(201);
            var order = shop.with("X-Order-Token", placed.text("/accessToken"));
            var path = "/api/orders/" + placed.text("/id");
            Thread.sleep(round * 7L);

            var cancelled = order.post(path + "/cancel", "").expect(200);

            assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
            assertThat(staff.stock(sku).at("/available").longValue()).isEqualTo(5);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(order.get(path).text("/paymentStatus")).isIn("VOIDED", "REFUNDED"));
            var payment = staff.http().get("/api/admin/payments?orderId=" + placed.text("/id"));
            assertThat(payment.at("/items/0/captured/amount").longValue())
                    .isEqualTo(payment.at("/items/0/refunded/amount").longValue());
            order.post(path + "/cancel", "").expect(200);
        }
    }

    @Test
    void racingRefundsNeverExceedWhatWasCaptured() throws Exception {
        var placed = Buyer.of(shop, staff.product(5), 1).order("tok_approve").expect(201);
        Buyer.settled(shop, placed);
        var path = "/api/admin/orders/%s/refunds".formatted(placed.text("/id"));
        var refund = Map.of("amount", Map.of("amount", 300, "currency", "EUR"), "reason", "scratched");

        var answers = Race.all(
                10,
                _ -> staff.http().with("Idempotency-Key", Ids.next().toString()).post(path, refund));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(3);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.expectProblem(409, "orders.refund-exceeds-captured"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var payment = staff.http().get("/api/admin/payments?orderId=" + placed.text("/id"));
            assertThat(payment.at("/items/0/refunded/amount").longValue()).isEqualTo(900);
        });
        assertThat(staff.order(placed.text("/id")).text("/paymentStatus")).isEqualTo("PARTIALLY_REFUNDED");
    }

    @Test
    void twoSkusInOppositeOrderDontDeadlock() throws Exception {
        var first = staff.product(200);
        var second = staff.product(200);
        var buyers = new ArrayList<Buyer>();
        for (int i = 0; i < 40; i++) {
            buyers.add(Buyer.of(shop, i % 2 == 0 ? first : second, 1).with(i % 2 == 0 ? second : first, 1));
        }
        assertThat(Race.all(orders(buyers))).allSatisfy(answer -> answer.expect(201));
    }

    private static List<Callable<Answer>> orders(List<Buyer> buyers) {
        return buyers.stream()
                .map(buyer -> (Callable<Answer>) () -> buyer.order("tok_approve"))
                .toList();
    }
}
