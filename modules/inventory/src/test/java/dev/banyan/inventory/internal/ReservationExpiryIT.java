package dev.banyan.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.inventory.events.StockReplenished;
import dev.banyan.kernel.Ids;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

class ReservationExpiryIT extends InventoryIT {
    @Autowired
    ReservationExpiry expiry;

    @Test
    void freesAnExpiredReservationByItself() {
        var sku = stocked(5);
        var id = reserved(sku, 5);
        ledger.age(id, 1);
        expiry.sweepAtStart();
        await().atMost(Duration.ofSeconds(20)).until(() -> available(sku) == 5);
        assertThat(ledger.state(id)).isEqualTo("EXPIRED");
    }

    @Test
    void sweptTwiceFreesOnce(AssertablePublishedEvents events) {
        var sku = stocked(5);
        var expired = reserved(sku, 3);
        var held = reserved(sku, 2);
        ledger.age(expired, -1);
        for (int i = 0; i < 2; i++) {
            expiry.on(new ExpireReservations());
        }
        assertThat(available(sku)).isEqualTo(3);
        assertThat(ledger.state(held)).isEqualTo("HELD");
        assertThat(events.ofType(StockReplenished.class)
                        .matching(event -> event.sku().equals(sku) && event.available() == 3))
                .hasSize(1);
        assertThat(ledger.faults(List.of(sku))).isEmpty();
    }

    @Test
    void sweptTwiceForgetsWhatEndedLongAgoAndNothingElse() {
        var sku = stocked(10);
        var released = reserved(sku, 1);
        release(released);
        var neverMade = Ids.next();
        release(neverMade);
        var lately = reserved(sku, 1);
        release(lately);
        var firm = firm(sku, 2);
        var shipped = firm(sku, 3);
        ship(shipped);
        List.of(released, neverMade, firm, shipped).forEach(id -> ledger.backdate(id, 26));
        ledger.backdate(lately, 24);
        for (int i = 0; i < 2; i++) {
            expiry.on(new ExpireReservations());
            assertThat(Stream.of(released, neverMade)).noneMatch(ledger::knows);
            assertThat(Stream.of(lately, firm, shipped)).allMatch(ledger::knows);
        }
        assertThat(ledger.faults(List.of(sku))).isEmpty();
    }

    @Test
    void forgetsBatchByBatch() {
        var ended = Stream.generate(Ids::next).limit(250).toList();
        ended.forEach(id -> {
            release(id);
            ledger.backdate(id, 26);
        });
        expiry.sweepAtStart();
        await().atMost(Duration.ofSeconds(20)).until(() -> ended.stream().noneMatch(ledger::knows));
    }

    @Test
    void aConfirmedReservationNeverExpires() {
        var sku = stocked(5);
        var id = firm(sku, 3);
        ledger.age(id, -1);
        expiry.on(new ExpireReservations());
        assertThat(ledger.state(id)).isEqualTo("FIRM");
    }
}
