package dev.banyan.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WebhookPurgeIT extends PaymentsIT {
    @Autowired
    private WebhookPurge purge;

    @Autowired
    private WebhookTimers timers;

    private String prefix = "";

    @BeforeEach
    void freshNames() {
        prefix = "evt_" + Ids.next();
    }

    @Test
    void forgetsAtTheStartWhatIsOldBatchByBatch() {
        received(2100, 31, false);
        received(1, 29, false);
        received(1, 31, true);
        purge.start();

        await().untilAsserted(() -> assertThat(kept()).isEqualTo(2));
    }

    @Test
    void changesNothingWhenDeliveredTwice() {
        received(3, 31, false);
        received(2, 29, false);
        for (int i = 0; i < 2; i++) {
            timers.on(new WebhookPurgeDue());
            assertThat(kept()).isEqualTo(2);
        }
    }

    private void received(int many, int daysAgo, boolean waiting) {
        owner().sql("""
                        INSERT INTO payments.webhooks (provider, id, type, reference, amount, currency, waiting, received_at)
                        SELECT 'sandbox', concat_ws('-', :prefix::text, :days::int, :kind::text, n), 'AUTHORIZED', 'pay', 1, 'EUR', :waiting,
                               now() - make_interval(days => :days::int)
                          FROM generate_series(1, :many) n
                        """)
                .param("prefix", prefix)
                .param("days", daysAgo)
                .param("kind", waiting ? "waiting" : "done")
                .param("waiting", waiting)
                .param("many", many)
                .update();
    }

    private long kept() {
        return owner().sql("SELECT count(*) FROM payments.webhooks WHERE id LIKE :prefix || '%'")
                .param("prefix", prefix)
                .query(Long.class)
                .single();
    }
}
