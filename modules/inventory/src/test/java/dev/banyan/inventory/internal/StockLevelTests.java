package dev.banyan.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.kernel.ModuleException;
import org.junit.jupiter.api.Test;

class StockLevelTests {
    private final StockLevel level = new StockLevel(10, 4, 1);

    @Test
    void staysBetweenWhatIsReservedAndTheLimit() {
        assertThat(level.changeTo(4)).isEqualTo(-6);
        assertThat(level.changeTo(StockLevel.MAX)).isEqualTo(StockLevel.MAX - 10);
        assertRefused(() -> level.changeTo(3), "inventory.below-reserved");
        assertRefused(() -> level.changeTo(StockLevel.MAX + 1), "inventory.above-limit");
    }

    @Test
    void changesByADifference() {
        assertThat(level.changeBy(-6)).isEqualTo(-6);
        assertRefused(() -> level.changeBy(-7), "inventory.below-reserved");
        assertRefused(() -> level.changeBy(StockLevel.MAX), "inventory.above-limit");
    }

    private static void assertRefused(Runnable change, String code) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        ModuleException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
