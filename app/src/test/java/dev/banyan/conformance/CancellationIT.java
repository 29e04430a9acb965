package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Answer;
import dev.banyan.kernel.Ids;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CancellationIT {
    @Test
    void aConfirmedOrderGivesItsStockAndMoneyBack() {
        var sale = Sale.confirmed();
        assertCancelled(sale, "customer", "REFUNDED", () -> sale.http().post(sale.path() + "/cancel", ""));
    }

    @Test
    void aPendingOrderIsNeverPaid() {
        var sale = Sale.placed("tok_slow");
        assertCancelled(sale, "customer", "VOIDED", () -> sale.http().post(sale.path() + "/cancel", ""));
    }

    @Test
    void aUserCancelsTheirOwn() {
        var sale = Sale.confirmed(Account.shared().http());
        assertCancelled(sale, "customer", "REFUNDED", () -> sale.http().post(sale.path() + "/cancel", ""));
    }

    @Test
    void staffSayWhy() {
        var sale = Sale.confirmed();
        var body = Map.of("reason", "the lorry broke down");
        assertCancelled(sale, "staff", "REFUNDED", () -> Target.admin().post(sale.adminPath() + "/cancel", body));
        assertThat(Target.staff().order(sale.id()).body()).contains("the lorry broke down");
        assertThat(sale.read().body()).doesNotContain("lorry");
        Target.admin()
                .post("/api/admin/orders/%s/cancel".formatted(Ids.next()), body)
                .expectProblem(404, "orders.not-found");
    }

    @Test
    void aShippedOrderStays() {
        var sale = Sale.shipped();
        sale.http().post(sale.path() + "/cancel", "").expectProblem(409, "orders.not-cancellable");
        Target.admin()
                .post(sale.adminPath() + "/cancel", Map.of("reason", "late"))
                .expectProblem(409, "orders.not-cancellable");
        assertThat(sale.read().text("/status")).isEqualTo("SHIPPED");
    }

    @Test
    void aDeclinedOrderIsCancelledAlready() {
        var sale = Sale.placed("tok_decline");
        var declined = sale.settled();
        assertThat(declined.text("/cancelReason")).isEqualTo("payment-declined");
        var repeat = sale.http().post(sale.path() + "/cancel", "").expect(200);
        assertThat(repeat.text("/cancelReason")).isEqualTo("payment-declined");
    }

    @FunctionalInterface
    private interface Cancel {
        Answer send();
    }

    private static void assertCancelled(Sale sale, String reason, String money, Cancel cancel) {
        var answer = cancel.send().expect(200);

        assertThat(answer.text("/status")).isEqualTo("CANCELLED");
        assertThat(answer.text("/cancelReason")).isEqualTo(reason);
        assertThat(Target.staff().stock(sale.sku()).at("/available").longValue())
                .isEqualTo(Sale.STOCK);
        await().untilAsserted(
                        () -> assertThat(sale.read().text("/paymentStatus")).isEqualTo(money));
        var settled = sale.read();
        assertThat(cancel.send().expect(200).at("/history")).isEqualTo(settled.at("/history"));
        assertThat(settled.at("/history")
                        .valueStream()
                        .toList()
                        .getLast()
                        .path("status")
                        .asString())
                .isEqualTo("CANCELLED");
    }
}
