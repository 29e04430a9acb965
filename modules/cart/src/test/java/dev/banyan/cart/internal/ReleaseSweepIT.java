package dev.banyan.cart.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReleaseSweepIT extends CartIT {
    @Autowired
    ReleaseSweep sweep;

    @Autowired
    ReleaseLedger releases;

    @Test
    void forgetsAtTheStartWhatIsOldBatchByBatch() {
        releases.add(2100, 26);
        var recent = releases.add(1, 24);
        sweep.sweepAtStart();

        await().until(() -> releases.olderThanHours(25) == 0);
        assertThat(releases.knows(recent)).isTrue();
    }

    @Test
    void changesNothingWhenDeliveredTwice() {
        var old = releases.add(1, 26);
        var recent = releases.add(1, 24);
        for (int i = 0; i < 2; i++) {
            sweep.on(new ForgetReleases());
            assertThat(releases.knows(old)).isFalse();
            assertThat(releases.knows(recent)).isTrue();
        }
    }
}
