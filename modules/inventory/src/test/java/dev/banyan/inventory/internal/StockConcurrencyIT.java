package dev.banyan.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.inventory.StockLine;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.Race;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class StockConcurrencyIT extends InventoryIT {
    @Autowired
    ReservationExpiry expiry;

    @Test
    void ofTwoHundredBuyersFiftyGetTheFiftyUnits() throws Exception {
        var sku = stocked(50);
        var outcomes = Race.run(200, i -> () -> reserved(sku, 1));
        assertThat(count(outcomes)).isEqualTo(Map.of("ok", 50L, "inventory.out-of-stock", 150L));
        assertThat(available(sku)).isZero();
        assertThat(ledger.faults(List.of(sku))).isEmpty();
    }

    @Test
    void oneReservationAskedForManyTimesAtOnceIsHeldOnce() throws Exception {
        var sku = stocked(50);
        var id = Ids.next();
        var outcomes = Race.run(20, i -> () -> reserve(id, new StockLine(sku, 2)));
        assertThat(outcomes).containsOnly("ok");
        assertThat(available(sku)).isEqualTo(48);
    }

    @Test
    void theSameSkusInAnyOrderDontDeadlock() throws Exception {
        var skus = Stream.generate(() -> stocked(30)).limit(6).toList();
        var outcomes = Race.run(100, i -> () -> reserve(Ids.next(), shuffledLines(skus, new Random(i))));
        assertThat(count(outcomes)).isEqualTo(Map.of("ok", 30L, "inventory.out-of-stock", 70L));
        assertThat(ledger.faults(skus)).isEmpty();
    }

    @Test
    void adjustmentsAtOnceAllCount() throws Exception {
        var sku = stocked(10);
        Race.run(50, i -> () -> keeping.adjust(Ids.next(), sku, i % 2 == 0 ? 3 : -1, "Delivery", "test"));
        assertThat(available(sku)).isEqualTo(10 + 25 * 3 - 25);
        assertThat(ledger.faults(List.of(sku))).isEmpty();
    }

    @Test
    void confirmReleaseAndExpiryAgreeOnOneEnd() throws Exception {
        var sku = stocked(100);
        for (int round = 0; round < 20; round++) {
            var id = reserved(sku, 5);
            ledger.age(id, round % 2 == 0 ? -1 : 60);
            Race.run(
                    6,
                    i -> List.<Runnable>of(() -> confirm(id), () -> release(id), this::sweep)
                            .get(i % 3));
            assertThat(ledger.state(id)).isIn("RELEASED", "EXPIRED");
        }
        assertThat(available(sku)).isEqualTo(100);
        assertThat(ledger.faults(List.of(sku))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyInterleavingKeepsTheNumbersRight(long seed) throws Exception {
        var skus = Stream.generate(() -> stocked(40)).limit(5).toList();
        var ids = Stream.generate(Ids::next).limit(60).toList();
        Race.run(12, i -> () -> actAtRandom(new Random(seed * 100 + i), skus, ids));
        assertThat(ledger.faults(skus)).isEmpty();
        ids.forEach(this::release);
        assertThat(ledger.faults(skus)).isEmpty();
    }

    private void actAtRandom(Random random, List<String> skus, List<UUID> ids) {
        for (int step = 0; step < 60; step++) {
            var id = ids.get(random.nextInt(ids.size()));
            Race.outcome(
                    switch (random.nextInt(8)) {
                        case 0, 1, 2 -> () -> reserve(id, shuffledLines(skus, random));
                        case 3, 4 -> () -> confirm(id);
                        case 5 -> () -> release(id);
                        case 6 -> () -> ship(id);
                        default ->
                            () -> {
                                ledger.age(id, -1);
                                sweep();
                            };
                    });
        }
    }

    private void sweep() {
        expiry.on(new ExpireReservations());
    }

    private static StockLine[] shuffledLines(List<String> skus, Random random) {
        var order = IntStream.range(0, skus.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, random);
        return order.stream().map(i -> new StockLine(skus.get(i), 1)).toArray(StockLine[]::new);
    }

    private static Map<String, Long> count(List<String> outcomes) {
        return outcomes.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
