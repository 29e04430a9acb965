package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Takes the 45 s that a payment has. */
@Execution(ExecutionMode.CONCURRENT)
class PaymentDeadlineIT {
    @Test
    void aPaymentThatIsNeverDecidedTimesOut() {
        var sale = Sale.placed("tok_timeout");
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            var order = sale.read();
            assertThat(order.text("/status")).isEqualTo("CANCELLED");
            assertThat(order.text("/cancelReason")).isEqualTo("payment-timeout");
        });
        assertThat(Target.staff().stock(sale.sku()).at("/available").longValue())
                .isEqualTo(Sale.STOCK);
    }
}
