package dev.banyan.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.inventory.StockLine;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuantitiesTests {
    @Test
    void namesEachSkuOnceAndInOrder() {
        var quantities = Quantities.of(
                List.of(new StockLine("b", 2), new StockLine("B", 1), new StockLine("a", 3), new StockLine("b", 5)));
        assertThat(quantities.skus()).containsExactly("B", "a", "b");
        assertThat(quantities.units()).containsExactly(1L, 3L, 7L);
        assertThat(quantities.without(Set.of("a"))).containsExactly("B", "b");
    }

    @Test
    void addsUpPastAnInt() {
        var most = new StockLine("a", Integer.MAX_VALUE);
        assertThat(Quantities.of(Collections.nCopies(3, most)).units()).containsExactly(3L * Integer.MAX_VALUE);
    }
}
