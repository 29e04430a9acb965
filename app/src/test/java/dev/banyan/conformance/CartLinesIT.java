package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Answer;
import dev.banyan.client.Buyer;
import dev.banyan.client.Staff;
import dev.banyan.runtime.testing.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CartLinesIT {
    private final Buyer buyer = Buyer.in(Target.shop(), "EUR");

    @Test
    void arePutChangedAndRemoved() {
        var sku = Target.staff().product(5);
        assertThat(buyer.put(sku, 2).expect(200).at("/subtotal/amount").longValue())
                .isEqualTo(2000);
        assertThat(buyer.put(sku, 2).expect(200).at("/lines").size()).isEqualTo(1);
        var more = buyer.put(sku, 999).expect(200);
        assertThat(more.at("/lines/0/quantity").intValue())
                .as("more than there is")
                .isEqualTo(999);
        assertThat(more.at("/lines/0/available").longValue()).isEqualTo(5);
        var removed = remove(sku).expect(200);
        assertThat(removed.at("/lines").isEmpty()).isTrue();
        assertThat(removed.at("/version").longValue())
                .isGreaterThan(more.at("/version").longValue());
        assertThat(remove(sku).expect(200).body()).isEqualTo(removed.body());
    }

    @Test
    void areOfWhatIsSoldInTheCurrency() {
        buyer.put(Staff.sku(), 1).expectProblem(404, "catalog.sku-unknown");
        buyer.http()
                .put(buyer.cart() + "/lines/not%20a%20sku", Map.of("quantity", 1))
                .expectProblem(404, "catalog.sku-unknown");
        Buyer.in(Target.shop(), "USD").put(Target.staff().product(5), 1).expectProblem(409, "catalog.no-price");
    }

    @Test
    void areFrozenDuringTheCheckoutAndAfterIt() {
        var sku = Target.staff().product(5);
        buyer.put(sku, 1).expect(200);
        var slow = buyer.order("tok_slow").expect(201);
        buyer.put(sku, 2).expectProblem(409, "cart.checkout-in-progress");
        remove(sku).expectProblem(409, "cart.checkout-in-progress");
        buyer.order("tok_approve").expectProblem(409, "cart.checkout-in-progress");

        assertThat(Buyer.settled(Target.shop(), slow).text("/status")).isEqualTo("CONFIRMED");

        for (var refused : List.of(buyer.put(sku, 2), remove(sku), buyer.order("tok_approve"))) {
            refused.expectProblem(409, "cart.completed");
            assertThat(refused.text("/orderId")).isEqualTo(slow.text("/id"));
        }
    }

    @Test
    void ofManySkusAtOnceAllStay() throws Exception {
        List<Callable<Answer>> puts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var sku = Target.staff().product(1);
            puts.add(() -> buyer.put(sku, 1));
        }
        assertThat(Race.all(puts)).allSatisfy(answer -> answer.expect(200));
        assertThat(buyer.http().get(buyer.cart()).at("/lines").size()).isEqualTo(8);
    }

    private Answer remove(String sku) {
        return buyer.http().delete(buyer.cart() + "/lines/" + sku);
    }
}
