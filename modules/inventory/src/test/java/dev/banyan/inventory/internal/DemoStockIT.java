package dev.banyan.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.TestPropertySource;

/** A database of its own, which the start has filled. */
@TestPropertySource(properties = "banyan.demo=true")
class DemoStockIT extends InventoryIT {
    private static final String KNOWN = "KIT-OAKRIDGE-MEDIUM";

    @Autowired
    DemoStock demo;

    @Autowired
    FirstStock first;

    @Test
    void fillsAnEmptyStockOnceAndAccountsForIt() {
        assertThat(available(KNOWN)).isEqualTo(69);
        reserved(KNOWN, 9);
        demo.run(new DefaultApplicationArguments());
        first.fill(new Quantities(new TreeMap<>(Map.of(KNOWN, 1L, "OTHER", 1L))));
        assertThat(available(KNOWN)).isEqualTo(60);
        assertThat(available("OTHER")).isZero();
        assertThat(ledger.faults(List.of(KNOWN))).isEmpty();
        assertThat(ledger.adjustments(KNOWN)).isEqualTo(1);
    }
}
